import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Figure,
  type LinkedTables,
  type Secret,
  sumOf,
  type Terms,
} from '../../../../indicators/protect/suppress/linked-tables.ts'
import { suppress } from '../../../../indicators/protect/suppress/suppress.ts'
import { unprovenSecrets, witnessOf } from '../../../../indicators/protect/suppress/witness.ts'
import { cube } from './cubes.ts'

/** Two or three places by two or three categories, with totals both ways; now and then a total over several tables. */
const smallTables = fc
  .record({
    rows: fc.integer({ min: 2, max: 3 }),
    columns: fc.integer({ min: 2, max: 3 }),
    values: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 9, maxLength: 9 }),
    odd: fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
    mustShow: fc.boolean(),
  })
  .map(({ rows, columns, values, odd, mustShow }) => tableOf(rows, columns, values, odd, mustShow))

function tableOf(
  rows: number,
  columns: number,
  values: readonly number[],
  odd: readonly number[],
  mustShow: boolean,
): LinkedTables {
  const cells = rows * columns
  const counts = values.slice(0, cells)
  const lines: [string, number[]][] = [
    ...counts.map((_, cell) => [`cell ${cell}`, [cell]] as [string, number[]]),
    ...range(rows).map(
      (row) => [`row ${row}`, range(columns).map((column) => row * columns + column)] as [string, number[]],
    ),
    ...range(columns).map(
      (column) =>
        [`column ${column}`, range(rows).map((row) => row * columns + column)] as [string, number[]],
    ),
    ['all', range(cells)],
    ['odd', [...new Set(odd)].filter((cell) => cell < cells)],
  ]
  const figures: Figure[] = lines.flatMap(([id, of]) => {
    const terms: Terms = of.map((cell) => [cell, 1])
    const isTotal = id === 'all' && mustShow
    return of.length === 0
      ? []
      : { id, terms, cost: 1 + Math.log(1 + sumOf(terms, counts)), ...(isTotal ? { must: 'show' } : {}) }
  })
  const isSmall = ({ terms }: Figure) => sumOf(terms, counts) > 0 && sumOf(terms, counts) < 3
  const secrets: Secret[] = figures
    .filter(isSmall)
    .map(({ id, terms }) => ({ id, terms, width: 2, values: 3 }))
  return {
    counts,
    least: counts.map(() => 0),
    most: counts.map(() => Number.POSITIVE_INFINITY),
    figures,
    known: [],
    secrets,
  }
}

const range = (length: number) => Array.from({ length }, (_, index) => index)

/** Every value a reader cannot rule out, by trying all tables of which the shown figures are true; cells up to a limit. */
function valuesLeft(
  { counts, figures }: LinkedTables,
  hidden: ReadonlySet<string>,
  { terms }: Secret,
): Set<number> {
  const shown = figures.filter(({ id }) => !hidden.has(id))
  const truths = shown.map((figure) => sumOf(figure.terms, counts))
  const limit = Math.max(...counts) + 3
  const left = new Set<number>()
  const tried = counts.map(() => 0)
  const complete = (upTo: number) =>
    shown.every(({ terms: row }, nth) => {
      const known = row.filter(([cell]) => cell < upTo)
      const sum = sumOf(known, tried)
      return known.length === row.length ? sum === truths[nth] : sum <= (truths[nth] ?? 0)
    })
  const fill = (cell: number) => {
    if (!complete(cell)) return
    if (cell === counts.length) return void left.add(sumOf(terms, tried))
    for (let value = 0; value <= limit; value += 1) {
      tried[cell] = value
      fill(cell + 1)
    }
    tried[cell] = 0
  }
  fill(0)
  return left
}

it('leaves so many values possible, so far apart, as every table that could be the true one shows', async () => {
  await fc.assert(
    fc.asyncProperty(smallTables, async (tables) => {
      const { hidden, witnesses, exposed } = await suppress(tables)
      expect(unprovenSecrets(tables, hidden, witnesses)).toEqual(exposed)
      for (const secret of tables.secrets.filter((one) => !exposed.includes(one))) {
        const left = [...valuesLeft(tables, hidden, secret)]
        expect(left.length).toBeGreaterThanOrEqual(secret.values)
        expect(Math.max(...left) - Math.min(...left)).toBeGreaterThanOrEqual(secret.width)
      }
    }),
    { numRuns: 60 },
  )
})

it('never hides what has to be shown, and says which secret that costs', async () => {
  const tables = tableOf(2, 2, [1, 4, 6, 3], [], false)
  const all = { ...tables, figures: tables.figures.map((figure) => ({ ...figure, must: 'show' as const })) }
  const { hidden, exposed } = await suppress(all)
  expect(hidden.size).toBe(0)
  expect(exposed.map(({ id }) => id)).toEqual(['cell 0'])
})

it('hides nothing where nothing is small', async () => {
  const { hidden } = await suppress(tableOf(2, 3, [7, 5, 6, 7, 7, 3], [], false))
  expect([...hidden]).toEqual([])
})

it('protects a cube of three countries, and no figure it hides could be shown by itself', async () => {
  const tables = cube({ countries: 3, regions: 2, facilities: 18, ages: 3, women: 0.06, seed: 5 })
  const { hidden, witnesses, exposed } = await suppress(tables)
  expect(exposed).toEqual([])
  expect(unprovenSecrets(tables, hidden, witnesses)).toEqual([])
  for (const { id } of tables.secrets) expect([...hidden]).toContain(id)
})

it('believes no witness that moves what is shown, or beyond what a cell can be', async () => {
  const tables = cube({ countries: 1, regions: 3, facilities: 8, ages: 3, women: 0.08, seed: 7 })
  const { hidden, witnesses } = await suppress(tables)
  const needed = [...hidden].filter((id) => tables.secrets.some((secret) => secret.id === id))
  for (const id of needed) {
    const shown = new Set([...hidden].filter((other) => other !== id))
    expect(unprovenSecrets(tables, shown, witnesses).map((secret) => secret.id)).toContain(id)
  }
  const stretched = witnesses.map((witness) => ({ ...witness, from: witness.from - 1, to: witness.to + 1 }))
  expect(unprovenSecrets(tables, hidden, stretched)).toEqual(tables.secrets)
})

it('takes a move for as often as every cell allows it', () => {
  const tables = tableOf(2, 2, [1, 4, 6, 3], [], false)
  const move = new Map([
    [0, 2],
    [1, -2],
    [2, -2],
    [3, 2],
  ])
  expect(witnessOf(move, tables)).toMatchObject({ from: -1, to: 4 })
  expect(witnessOf(new Map(), tables)).toBeNull()
})
