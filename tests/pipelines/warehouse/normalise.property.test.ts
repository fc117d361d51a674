import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Quarter, quarterAfter, quarterEnd, quarterStart } from '../../../indicators/model/period.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { contents, observed } from './observations.ts'

type Sent = 'period' | 'running' | 'both' | 'missing' | 'nothing'
type Series = { readonly running: 'year_to_date' | 'since_start'; readonly quarters: readonly Told[] }
type Told = { readonly happened: number; readonly sent: Sent }
type Fact = { place: string; period_start: string; period_end: string; value: number; joined: boolean }

const START = '2019-Q1'
const told = fc.record({
  happened: fc.integer({ min: -3, max: 60 }),
  sent: fc.constantFrom<Sent>('running', 'running', 'running', 'period', 'both', 'missing', 'nothing'),
})
const series: fc.Arbitrary<Series> = fc.record({
  running: fc.constantFrom('year_to_date', 'since_start'),
  quarters: fc.array(told, { minLength: 1, maxLength: 12 }),
})

/** What happened up to each quarter, starting again each January where totals are of the year. */
function totals({ running, quarters }: Series) {
  let total = 0
  return quarters.map(({ happened }, index) => {
    total = (running === 'year_to_date' && index % 4 === 0 ? 0 : total) + happened
    return total
  })
}

function observationsOf(whole: Series, place: string) {
  const sums = totals(whole)
  return whole.quarters.flatMap(({ happened, sent }, index) => {
    const given = { element: 'PP_ADM', place, quarter: quarterAfter(START, index) }
    const periodStart = quarterStart(
      whole.running === 'since_start' ? START : quarterAfter(START, index - (index % 4)),
    )
    const own = observed({ ...given, value: happened })
    const sum = observed({ ...given, value: sums[index] ?? 0, deliveredAs: whole.running, periodStart })
    if (sent === 'missing') return [{ ...sum, state: 'missing' as const, value: null }]
    return { period: [own], running: [sum], both: [own, sum], nothing: [] }[sent]
  })
}

/** The same, step by step: an open stretch grows until a total closes it; single periods are taken off. */
function naive(whole: Series, place: string): Fact[] {
  const sums = totals(whole)
  const found: Fact[] = []
  let opens = 0
  let before = 0
  let owns: number[] = []
  whole.quarters.forEach(({ happened, sent }, index) => {
    if (whole.running === 'year_to_date' && index % 4 === 0) [opens, before, owns] = [index, 0, []]
    const fact = (from: number, to: number, value: number) =>
      found.push({ place, ...span(from, to), value, joined: from !== to })
    if (sent === 'period' || sent === 'both') {
      fact(index, index, happened)
      owns.push(index)
    }
    if (sent === 'running' || sent === 'both') {
      const known = owns.reduce((sum, at) => sum + (whole.quarters[at]?.happened ?? 0), 0)
      const lastOwn = owns.at(-1)
      const gapless = lastOwn !== undefined && owns.length === lastOwn - opens + 1
      const from = gapless ? lastOwn + 1 : opens
      const to = sent === 'both' ? index - 1 : index
      if (from <= to) fact(from, to, (sums[index] ?? 0) - before - known)
    }
    if (sent === 'running' || sent === 'both') [opens, before, owns] = [index + 1, sums[index] ?? 0, []]
  })
  return found
}

const span = (from: number, to: number) => ({
  period_start: quarterStart(quarterAfter(START, from) as Quarter),
  period_end: quarterEnd(quarterAfter(START, to) as Quarter),
})

const inOrder = (facts: readonly Fact[]) =>
  facts
    .map((fact) => [fact.place, fact.period_end, fact.period_start, fact.value, fact.joined].join(' '))
    .sort()

async function normalise(all: readonly Series[]) {
  const db = await openWarehouse()
  await fillWarehouse(db, {
    ...contents,
    observations: all.flatMap((whole, index) => observationsOf(whole, `KAZ-R1-${index}`)),
  })
  const facts = await db.all<Fact>({
    text: `SELECT place, period_start, period_end, value, joined FROM fact WHERE state = 'observed'`,
    values: [],
  })
  db.close()
  return facts
}

it('normalises any series with gaps as the plain step-by-step reading does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(series, { minLength: 20, maxLength: 60 }), async (all) => {
      const expected = all.flatMap((whole, index) => naive(whole, `KAZ-R1-${index}`))
      expect(inOrder(await normalise(all))).toEqual(inOrder(expected))
    }),
    { numRuns: 25 },
  )
})

it('never invents or loses people: periods add up to the last running total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(series, { minLength: 20, maxLength: 60 }), async (all) => {
      const facts = await normalise(all)
      all.forEach((whole, index) => {
        const sums = totals(whole)
        for (const [first, last] of spans(whole)) {
          const within = facts.filter(
            (fact) =>
              fact.place === `KAZ-R1-${index}` &&
              fact.period_start >= span(first, last).period_start &&
              fact.period_end <= span(first, last).period_end,
          )
          expect(within.reduce((sum, fact) => sum + fact.value, 0)).toBe(sums[last])
        }
      })
    }),
    { numRuns: 25 },
  )
})

/** From where a series counts to its last running total: each year's, or the whole. */
function spans({ running, quarters }: Series): [number, number][] {
  const ends = new Map<number, number>()
  quarters.forEach(({ sent }, index) => {
    const first = running === 'since_start' ? 0 : index - (index % 4)
    if (sent === 'running' || sent === 'both') ends.set(first, index)
  })
  return [...ends]
}
