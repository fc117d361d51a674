import loadHighs, { type Highs, type Model } from 'highs'
import type { Block } from './blocks.ts'
import type { Hiding } from './hiding.ts'
import type { LinkedTables, Move, Terms } from './linked-tables.ts'

/** What may move; `as-hidden`: no shown cell. */
export type Mode = 'hide-more' | 'as-hidden'

/**
 * Looks within one block for other tables a reader could take for the true one.
 *
 * `cheapest` finds a change of whole numbers that moves a cell by `by` at the least cost of cells that would have to be
 * hidden for it; null where it finds none. The same question has the same answer.
 */
export type Mover = {
  cheapest(cell: number, by: number, hiding: Hiding, mode: Mode): Move | null
  dispose(): void
}

let loading: ReturnType<typeof loadHighs> | undefined
/** Loaded where first needed: it is three megabytes. */
export const solver = () => {
  loading ??= loadHighs()
  return loading
}

/** Solvers answer in doubles; a change this near to a whole number is one, and is checked exactly afterwards. */
const NEAR = 1e-6
/** What moving costs where nothing is lost by it, so that moves stay small. */
const HARDLY = 1e-3
/** Branches tried for whole numbers. A count, not a time: an answer may not depend on how fast a machine is. */
const BRANCHES = 60

/** Two columns for each cell of the block, what it moves up and what it moves down. */
export function moverFor(highs: Highs, { cells }: LinkedTables, block: Block): Mover {
  const at = new Map(block.cells.map((cell, nth) => [cell, nth]))
  const model = modelOf(highs, block, at)
  const { infinity } = highs
  let aimed = ''
  let costs = new Float64Array()
  let upper = new Float64Array()
  const aimAt = (hiding: Hiding, mode: Mode) => {
    const wanted = `${hiding.version} ${mode}`
    if (wanted === aimed) return
    aimed = wanted
    costs = new Float64Array(2 * block.cells.length)
    upper = new Float64Array(2 * block.cells.length)
    for (const [nth, cell] of block.cells.entries()) {
      const { count = 0, least = 0, most = 0, cost = 0, must } = cells[cell] ?? {}
      const isHidden = hiding.has(cell)
      const mayMove = isHidden || (mode === 'hide-more' && must !== 'show')
      costs.fill(isHidden ? HARDLY : (cost ?? HARDLY), 2 * nth, 2 * nth + 2)
      upper[2 * nth] = mayMove ? Math.min(infinity, most - count) : 0
      upper[2 * nth + 1] = mayMove ? Math.min(infinity, count - least) : 0
    }
    const all = allOf(block)
    model.changeColsCost(all, costs)
    model.changeColsBounds(all, new Float64Array(upper.length), upper)
  }
  return {
    cheapest(cell, by, hiding, mode) {
      const nth = at.get(cell)
      if (nth === undefined) return null
      aimAt(hiding, mode)
      const [way, back] = by > 0 ? [2 * nth, 2 * nth + 1] : [2 * nth + 1, 2 * nth]
      const size = Math.abs(by)
      if ((upper[way] ?? 0) < size) return null
      const bind = (of: Model, to = [way, back]) => {
        of.changeColBounds(to[0] ?? 0, size, size)
        of.changeColBounds(to[1] ?? 0, 0, 0)
      }
      bind(model)
      try {
        const found = solved(highs, model)
        if (!found) return null
        const move = wholeMove(found, block.cells)
        if (move) return move
        const free = block.cells.flatMap((one, index) =>
          hiding.has(one) || (found[2 * index] ?? 0) + (found[2 * index + 1] ?? 0) > NEAR ? [index] : [],
        )
        return wholeNumbers(highs, block, free, { costs, upper, way, back, size })
      } finally {
        for (const column of [way, back]) model.changeColBounds(column, 0, upper[column] ?? 0)
      }
    },
    dispose: () => model.dispose(),
  }
}

type Asked = { costs: Float64Array; upper: Float64Array; way: number; back: number; size: number }

/** The same question of whole numbers, to the cells that are hidden or moved in fractions. */
function wholeNumbers(highs: Highs, block: Block, free: readonly number[], asked: Asked): Move | null {
  const cells = free.map((nth) => block.cells[nth] ?? 0)
  const at = new Map(cells.map((cell, nth) => [cell, nth]))
  const rows = block.rows.map((row) => row.filter(([cell]) => at.has(cell)))
  const part = { cells, rows }
  const columns = free.flatMap((nth) => [2 * nth, 2 * nth + 1])
  const model = modelOf(highs, part, at)
  try {
    const all = allOf(part)
    const is = (column: number) => (column === asked.way ? asked.size : 0)
    model.changeColsCost(
      all,
      Float64Array.from(columns, (column) => asked.costs[column] ?? 0),
    )
    model.changeColsBounds(
      all,
      Float64Array.from(columns, is),
      Float64Array.from(columns, (column) =>
        [asked.way, asked.back].includes(column) ? is(column) : (asked.upper[column] ?? 0),
      ),
    )
    const { integer } = highs.constants.variableType
    model.changeColsIntegrality(
      all,
      columns.map(() => integer),
    )
    model.options.set({ presolve: 'on', mip_max_nodes: BRANCHES })
    const found = solved(highs, model)
    return found && wholeMove(found, cells)
  } finally {
    model.dispose()
  }
}

const allOf = ({ cells }: Block) => ({ kind: 'range', from: 0, to: 2 * cells.length - 1 }) as const

function modelOf(highs: Highs, { cells, rows }: Block, at: ReadonlyMap<number, number>): Model {
  const numCols = 2 * cells.length
  const zeros = (length: number) => new Float64Array(length)
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    colCost: zeros(numCols),
    colLower: zeros(numCols),
    colUpper: zeros(numCols),
    rowLower: zeros(rows.length),
    rowUpper: zeros(rows.length),
    matrix: matrixOf(rows, numCols, at),
  })
  model.options.set({ output_flag: false, presolve: 'off' })
  return model
}

function matrixOf(rows: readonly Terms[], numCols: number, at: ReadonlyMap<number, number>) {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + 2 * row.length)
  const columns = rows.flatMap((row) => row.map(([cell]) => 2 * (at.get(cell) ?? 0)))
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(columns.flatMap((column) => [column, column + 1])),
    values: Float64Array.from(rows.flatMap((row) => row.flatMap(([, times]) => [times, -times]))),
  }
}

/** The columns of the best solution found, or null. */
function solved(highs: Highs, model: Model): Float64Array | null {
  model.run()
  const { optimal, solutionLimit } = highs.constants.modelStatus
  const status = model.getModelStatus()
  if (status !== optimal && status !== solutionLimit) return null
  return model.getSolution().colValue
}

function wholeMove(columns: Float64Array, cells: readonly number[]): Move | null {
  const move = new Map<number, number>()
  for (const [nth, cell] of cells.entries()) {
    const by = (columns[2 * nth] ?? 0) - (columns[2 * nth + 1] ?? 0)
    const whole = Math.round(by)
    if (Math.abs(by - whole) > NEAR) return null
    if (whole !== 0) move.set(cell, whole)
  }
  return move
}
