import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LinkedTables } from '../../../../indicators/protect/suppress/linked-tables.ts'
import { suppress } from '../../../../indicators/protect/suppress/suppress.ts'
import { unprovenCells, witnessOf } from '../../../../indicators/protect/suppress/witness.ts'
import { cube } from './cubes.ts'
import { type Line, tablesFrom } from './tables-from.ts'

const range = (length: number) => Array.from({ length }, (_, index) => index)

type Grid = {
  rows: number
  columns: number
  values: readonly number[]
  odd: readonly number[]
  mustShow: boolean
}

/** Some places by some categories, with totals both ways, and a total over several tables. */
function gridOf({ rows, columns, values, odd, mustShow }: Grid) {
  const size = rows * columns
  const lines: Line[] = [
    ...range(size).map((cell) => ({ id: `cell ${cell}`, of: [cell] })),
    ...range(rows).map((row) => ({
      id: `row ${row}`,
      of: range(columns).map((column) => row * columns + column),
    })),
    ...range(columns).map((column) => ({
      id: `column ${column}`,
      of: range(rows).map((row) => row * columns + column),
    })),
    { id: 'all', of: range(size), ...(mustShow ? { must: 'show' as const } : {}) },
    { id: 'odd', of: [...new Set(odd)].filter((cell) => cell < size) },
  ]
  return { size, tables: tablesFrom(values.slice(0, size), lines, 3) }
}

const grid = (rows: number, columns: number, values: readonly number[]) =>
  gridOf({ rows, columns, values, odd: [], mustShow: false }).tables

const grids = fc
  .record({
    rows: fc.integer({ min: 2, max: 3 }),
    columns: fc.integer({ min: 2, max: 3 }),
    values: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 9, maxLength: 9 }),
    odd: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
    mustShow: fc.boolean(),
  })
  .map(gridOf)

/** Every value a reader cannot rule out of each cell, by trying all base cells up to a limit. */
function valuesLeft({ cells, known }: LinkedTables, size: number, hidden: ReadonlySet<number>) {
  const rows = known.map((terms) => ({
    sum: terms.find(([, times]) => times < 0)?.[0] ?? 0,
    of: terms.flatMap(([cell, times]) => (times > 0 ? [cell] : [])),
  }))
  const limit = Math.max(...cells.slice(0, size).map(({ count }) => count)) + 3
  const left = cells.map(() => new Set<number>())
  const tried: number[] = []
  const sumOf = (of: readonly number[]) => of.reduce((sum, cell) => sum + (tried[cell] ?? 0), 0)
  const agrees = () =>
    rows.every(({ sum, of }) => {
      if (hidden.has(sum)) return true
      const complete = of.every((cell) => cell < tried.length)
      return complete ? sumOf(of) === cells[sum]?.count : sumOf(of) <= (cells[sum]?.count ?? 0)
    })
  const fill = () => {
    if (!agrees()) return
    const cell = tried.length
    if (cell === size) {
      for (const [base, value] of tried.entries()) left[base]?.add(value)
      for (const { sum, of } of rows) left[sum]?.add(sumOf(of))
      return
    }
    const { count = 0 } = cells[cell] ?? {}
    for (const value of hidden.has(cell) ? range(limit + 1) : [count]) {
      tried.push(value)
      fill()
      tried.pop()
    }
  }
  fill()
  return left
}

it('leaves so many values possible, so far apart, as every table that could be the true one shows', async () => {
  await fc.assert(
    fc.asyncProperty(grids, async ({ tables, size }) => {
      const { hidden, witnesses, exposed } = await suppress(tables)
      expect(unprovenCells(tables, hidden, witnesses)).toEqual(exposed)
      const left = valuesLeft(tables, size, hidden)
      for (const [cell, { secret }] of tables.cells.entries()) {
        if (!secret || exposed.includes(cell)) continue
        const values = [...(left[cell] ?? [])]
        expect(values.length).toBeGreaterThanOrEqual(secret.values)
        expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(secret.width)
      }
    }),
    { numRuns: 60 },
  )
})

it('never hides what has to be shown, and says which secret that costs', async () => {
  const tables = grid(2, 2, [1, 4, 6, 3])
  const shown = tables.cells.map((cell) => (cell.secret ? cell : { ...cell, must: 'show' as const }))
  const { hidden, exposed } = await suppress({ ...tables, cells: shown })
  expect([...hidden]).toEqual([0])
  expect(exposed).toEqual([0])
})

it('hides nothing where nothing is small', async () => {
  const { hidden } = await suppress(grid(2, 3, [7, 5, 6, 7, 7, 3]))
  expect([...hidden]).toEqual([])
})

it('protects a cube of three countries, every small number among what it hides', async () => {
  const tables = cube({ countries: 3, regions: 2, facilities: 18, ages: 3, women: 0.06, seed: 5 })
  const { hidden, witnesses, exposed } = await suppress(tables)
  expect(exposed).toEqual([])
  expect(unprovenCells(tables, hidden, witnesses)).toEqual([])
  for (const [cell, { secret }] of tables.cells.entries()) if (secret) expect(hidden).toContain(cell)
})

it('believes no witness that moves what is shown, or beyond what a cell can be', async () => {
  const tables = cube({ countries: 1, regions: 3, facilities: 8, ages: 3, women: 0.08, seed: 7 })
  const secrets = tables.cells.flatMap(({ secret }, cell) => (secret ? [cell] : []))
  const { hidden, witnesses } = await suppress(tables)
  for (const cell of secrets) {
    const shown = new Set([...hidden].filter((other) => other !== cell))
    expect(unprovenCells(tables, shown, witnesses)).toContain(cell)
  }
  const stretched = witnesses.map((witness) => ({ ...witness, from: witness.from - 1, to: witness.to + 1 }))
  expect(unprovenCells(tables, hidden, stretched.slice(0, 1)).length).toBeGreaterThan(0)
  const torn = witnesses.map(({ move, ...rest }) => ({ ...rest, move: new Map([...move].slice(1)) }))
  expect(unprovenCells(tables, hidden, torn)).toEqual(secrets)
})

it('withholds again what protected the same number a quarter before', async () => {
  const first = grid(3, 3, [1, 4, 6, 3, 7, 5, 6, 6, 6])
  const quarters = [1, 2, 3].map((time) =>
    first.cells.map((cell) => ({ ...cell, time, id: `${cell.id} ${time}` })),
  )
  const known = quarters.flatMap((_, nth) =>
    first.known.map((terms) =>
      terms.map(([cell, times]): [number, number] => [cell + nth * first.cells.length, times]),
    ),
  )
  const { hidden } = await suppress({ cells: quarters.flat(), known })
  const ofQuarter = (nth: number) =>
    [...hidden]
      .map((cell) => cell - nth * first.cells.length)
      .filter((cell) => cell >= 0 && cell < first.cells.length)
      .sort((a, b) => a - b)
  expect(ofQuarter(0).length).toBeGreaterThan(1)
  expect([ofQuarter(1), ofQuarter(2)]).toEqual([ofQuarter(0), ofQuarter(0)])
})

it('takes a move for as often as every cell allows it', () => {
  const tables = grid(2, 2, [1, 4, 6, 3])
  const move = new Map([
    [0, 2],
    [1, -2],
    [2, -2],
    [3, 2],
  ])
  expect(witnessOf(move, tables)).toMatchObject({ from: -1, to: 4 })
  expect(witnessOf(new Map(), tables)).toBeNull()
})
