import fc from 'fast-check'
import { expect, it } from 'vitest'
import { policy } from '../../../indicators/protect/policy.ts'
import { protectPublic } from '../../../indicators/protect/protect-public.ts'
import { computedFrom, countOf, logframe, persons, subjects } from './small-programme.ts'

const small = (value: number) => value !== 0 && Math.abs(value) < policy.threshold.S1
const key = ({ indicator, place, quarter, cell }: ReturnType<typeof computedFrom>['values'][number]) =>
  [indicator, place, quarter, cell].join('|')

async function releasesOf(data: readonly (readonly number[])[]) {
  const editions: Awaited<ReturnType<typeof protectPublic>>[] = []
  for (const people of data)
    editions.push(
      await protectPublic(computedFrom(people), logframe, {
        policy,
        earlier: editions.map(({ ledger }) => ledger),
        tell: () => {},
      }),
    )
  return editions.map(({ computed, unproven }) => ({
    unproven,
    shown: new Map(
      computed.values
        .filter(({ state }) => state === 'observed')
        .map((value) => [key(value), value.numerator ?? value.value]),
    ),
  }))
}

/** Everybody in fair numbers, of which one is then corrected by a few. */
const corrected = fc
  .record({
    base: fc.array(fc.integer({ min: 6, max: 40 }), {
      minLength: persons.length / 2,
      maxLength: persons.length / 2,
    }),
    at: fc.nat(persons.length / 2 - 1),
    by: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ base, at, by }) => {
    const later = base.map((value, nth) => (nth === at ? value + by : value))
    return [base, later].map((some) => [...some, ...some.map((value) => value * 2 + 10)])
  })

it('never shows a number beside what it was before where a few people made the difference', async () => {
  await fc.assert(
    fc.asyncProperty(corrected, async (data) => {
      const [before, after] = await releasesOf(data)
      for (const [name, value] of after?.shown ?? []) {
        const was = before?.shown.get(name)
        if (typeof was === 'number' && typeof value === 'number') expect(small(value - was)).toBe(false)
      }
      expect(after?.unproven).toEqual([])
    }),
    { numRuns: 8 },
  )
})

it('never shows what was withheld before, and goes on showing what was shown, where nothing has changed', async () => {
  await fc.assert(
    fc.asyncProperty(corrected, async ([first = [], second = []]) => {
      const [before, after] = await releasesOf([first, second])
      for (const subject of subjects) {
        if (subject.element !== 'N' || subject.from !== '2021-Q1') continue
        if (countOf(subject, first) !== countOf(subject, second)) continue
        const name = `count|${subject.place}|${subject.to}|${subject.cell}`
        expect([name, after?.shown.has(name)]).toEqual([name, before?.shown.has(name)])
      }
    }),
    { numRuns: 8 },
  )
})

it('shows nothing new of what hangs together with a number it cannot prove safe, and names that number', async () => {
  const lax = { ...policy, threshold: { S0: 3, S1: 3, S2: 3 } }
  const people = persons.map(({ element, region }) => {
    if (element === 'D') return 40
    return region === 'KAZ-R1' ? 36 : 20
  })
  const computed = computedFrom(people)
  const untilQ2 = { ...computed, values: computed.values.filter(({ quarter }) => quarter < '2021-Q3') }
  const told = { tell: () => {} }
  const before = await protectPublic(untilQ2, logframe, { policy: lax, earlier: [], ...told })
  expect(before.unproven).toEqual([])
  const after = await protectPublic(computed, logframe, { policy, earlier: [before.ledger], ...told })
  const shownIn = ({ computed: { values } }: typeof before) =>
    values.filter(({ state }) => state === 'observed').map(key)
  expect(after.unproven.length).toBeGreaterThan(0)
  expect(after.unproven.join()).toContain('KAZ-R1')
  expect(shownIn(before).length).toBeGreaterThan(0)
  expect(shownIn(after)).toEqual(shownIn(before))
})
