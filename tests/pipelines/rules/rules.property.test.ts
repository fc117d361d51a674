import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import { runRules } from '../../../pipelines/rules/run-rules.ts'
import { readLines, START, warehouseOf } from './small-files.ts'

/** One facility or country in one quarter and the one before; null is missing, undefined not sent. */
const value = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 6 })
const world = fc.record({
  before: value,
  now: value,
  enrolled: value,
  completed: value,
  left: value,
  prisoners: fc.array(value, { minLength: 2, maxLength: 2 }),
})
type World = (typeof world extends fc.Arbitrary<infer T> ? T : never) & object
type Value = number | null

const countryAt = (index: number) => `A${String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26))}`
const write = (element: string, place: string, given: Value) => `${element} ${place} ${given ?? '–'}`
const lines = ({ now, enrolled, completed, left, prisoners }: World) => [
  write('DIS_PART', 'KAZ', now),
  write('DIS_ENROL', 'KAZ', enrolled),
  write('DIS_COMPL', 'KAZ', completed),
  write('DIS_EXIT', 'KAZ', left),
  write('VEP_STOCK', 'KAZ', now),
  write('PP_STOCK', 'KAZ-R1-01', prisoners[0] ?? null),
  write('PP_STOCK', 'KAZ-R2-01', prisoners[1] ?? null),
]

const whole = (...values: readonly Value[]) =>
  values.includes(null) ? null : (values as number[]).reduce((sum, part) => sum + part, 0)

/** The three rules in plain words; a side that is missing says nothing. */
function naive({ before, now, enrolled, completed, left, prisoners }: World) {
  const gone = whole(completed, left)
  const could = whole(before, enrolled)
  const all = whole(...prisoners)
  const balance = could !== null && gone !== null ? could - gone : null
  return [
    ...(now !== null && all !== null && now > all ? ['V04'] : []),
    ...(now !== null && balance !== null && now !== balance ? ['V14'] : []),
    ...(gone !== null && could !== null && gone > could ? ['V15'] : []),
  ]
}

it('judges any file as a plain reading of the rules does, and never takes missing for 0', async () => {
  const rules = loadRules().rules.filter(({ id }) => ['V04', 'V14', 'V15'].includes(id))
  await fc.assert(
    fc.asyncProperty(fc.array(world, { minLength: 40, maxLength: 120 }), async (worlds) => {
      const countries = worlds.map((_, index) => countryAt(index))
      const db = await warehouseOf(
        worlds.flatMap(({ before }, index) =>
          readLines([write('DIS_PART@2021-Q1', 'KAZ', before)], 'earlier.xlsx', countries[index]),
        ),
        countries,
      )
      const staged = worlds.flatMap((one, index) =>
        readLines(lines(one), `${countries[index]}.xlsx`, countries[index]),
      )
      const found = await runRules(db, { staged, rules, start: START })
      db.close()
      worlds.forEach((one, index) => {
        const own = found.filter(({ at }) => at.file === `${countries[index]}.xlsx`).map(({ rule }) => rule)
        expect(own).toEqual(naive(one))
      })
    }),
    { numRuns: 12 },
  )
})
