import loadHighs, { type Model } from 'highs'
import { changeOf, type LinkedTables, type Move, type Terms } from './linked-tables.ts'

/**
 * Looks for other tables a reader could take for the true one.
 *
 * `cheapest` finds a change of whole numbers that moves `terms` by `by` at the least cost of figures that would have to
 * be hidden for it; null where there is none. `as-hidden`: no further figure may move.
 */
export type Mover = {
  cheapest(terms: Terms, by: number, hidden: ReadonlySet<string>, mode: Mode): Move | null
  dispose(): void
}

let loading: ReturnType<typeof loadHighs> | undefined
/** Loaded where first needed: it is three megabytes. */
const solver = () => {
  loading ??= loadHighs()
  return loading
}

type Mode = 'hide-more' | 'as-hidden'

const SECONDS_FOR_WHOLE_NUMBERS = 10
/** Solvers answer in doubles; a change this near to a whole number is one, and is checked exactly afterwards. */
const NEAR = 1e-6

/** Columns: a change for each base cell, then for each figure what it moves up and what it moves down. */
export async function moverFor(tables: LinkedTables): Promise<Mover> {
  const highs = await solver()
  const { counts, least, most, figures, known } = tables
  const open = figures.filter(({ must }) => must !== 'show')
  const closed = [...known, ...figures.filter(({ must }) => must === 'show').map(({ terms }) => terms)]
  const rows = [
    ...open.map(
      ({ terms }, nth): Terms => [...terms, [counts.length + 2 * nth, -1], [counts.length + 2 * nth + 1, 1]],
    ),
    ...closed,
  ]
  const cells = counts.length
  const columns = cells + 2 * open.length
  const bounds = (of: (cell: number) => number, rest: number) =>
    Float64Array.from({ length: columns }, (_, column) => (column < cells ? of(column) : rest))
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: bounds((cell) => (least[cell] ?? 0) - (counts[cell] ?? 0), 0),
    colUpper: bounds(
      (cell) => Math.min(highs.infinity, (most[cell] ?? 0) - (counts[cell] ?? 0)),
      highs.infinity,
    ),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: matrixOf(rows, columns),
  })
  model.options.set({ output_flag: false, presolve: 'off', time_limit: SECONDS_FOR_WHOLE_NUMBERS })
  const { optimal } = highs.constants.modelStatus
  const { integer, continuous } = highs.constants.variableType
  const wholes = { kind: 'range', from: 0, to: cells - 1 } as const
  const aim = aimer(model, open, cells, highs.infinity)
  const solved = (): number[] | null => {
    model.zeroAllClocks()
    model.run()
    if (model.getModelStatus() !== optimal) return null
    return [...model.getSolution().colValue.subarray(0, cells)]
  }
  return {
    cheapest(terms, by, hidden, mode) {
      aim(hidden, mode)
      model.addRow(by, by, { indices: terms.map(([cell]) => cell), values: terms.map(([, times]) => times) })
      try {
        const found = solved()
        if (!found) return null
        const move = wholeMove(found)
        if (move && changeOf(terms, move) === by && closed.every((row) => changeOf(row, move) === 0))
          return move
        model.changeColsIntegrality(
          wholes,
          Array.from({ length: cells }, () => integer),
        )
        const again = solved()
        model.changeColsIntegrality(
          wholes,
          Array.from({ length: cells }, () => continuous),
        )
        return again && wholeMove(again)
      } finally {
        model.deleteRows({ kind: 'range', from: rows.length, to: rows.length })
      }
    },
    dispose: () => model.dispose(),
  }
}

/** Tells the model what moving each figure costs, and whether it may move; only where that is not what it was. */
function aimer(model: Model, open: LinkedTables['figures'], cells: number, infinity: number) {
  const both = <Value>(of: (nth: number) => Value) => open.flatMap((_, nth) => [of(nth), of(nth)])
  const range = { kind: 'range', from: cells, to: cells + 2 * open.length - 1 } as const
  let aimed = ''
  return (hidden: ReadonlySet<string>, mode: Mode) => {
    const free = open.map(({ id }) => hidden.has(id))
    const wanted = `${mode} ${free.map(Number).join('')}`
    if (open.length === 0 || wanted === aimed) return
    aimed = wanted
    model.changeColsCost(
      range,
      both((nth) => (free[nth] ? 0 : (open[nth]?.cost ?? 1))),
    )
    model.changeColsBounds(
      range,
      both(() => 0),
      both((nth) => (free[nth] || mode === 'hide-more' ? infinity : 0)),
    )
  }
}

function wholeMove(changes: readonly number[]): Move | null {
  const whole = changes.map(Math.round)
  if (changes.some((by, cell) => Math.abs(by - (whole[cell] ?? 0)) > NEAR)) return null
  return new Map(whole.flatMap((by, cell) => (by === 0 ? [] : [[cell, by] as const])))
}

function matrixOf(rows: readonly Terms[], columns: number) {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length)
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
    values: Float64Array.from(rows.flatMap((row) => row.map(([, times]) => times))),
  }
}
