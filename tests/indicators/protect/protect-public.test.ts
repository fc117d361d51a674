import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Computed } from '../../../indicators/compute/compute-indicators.ts'
import type { Ledger } from '../../../indicators/protect/lattice/ledger.ts'
import { policy } from '../../../indicators/protect/policy.ts'
import { protectPublic } from '../../../indicators/protect/protect-public.ts'
import { recoverable } from './attacker.ts'
import { computedFrom, countOf, logframe, type Person, persons } from './small-programme.ts'

const T = policy.threshold.S1

/** The public edition of a programme of which these releases were published before. */
const publicOf = (computed: Computed, earlier: readonly Ledger[] = [], of = logframe) =>
  protectPublic(computed, of, { policy, earlier, tell: () => {} })
const isSmall = (value: number) => value !== 0 && Math.abs(value) < T

/** Some of everybody: `N` never exceeds `D` in any region, sex and quarter. */
const counts = fc
  .array(
    fc.record({ all: fc.oneof(fc.nat(3), fc.nat(40), fc.integer({ min: 20, max: 90 })), share: fc.nat(100) }),
    {
      minLength: persons.length / 2,
      maxLength: persons.length / 2,
    },
  )
  .map((people) => [
    ...people.map(({ all, share }) => Math.round((all * share) / 100)),
    ...people.map(({ all }) => all),
  ])

const key = ({ indicator, place, quarter, cell }: Computed['values'][number]) =>
  [indicator, place, quarter, cell].join('|')
const stateAt = (published: Computed, wanted: string) =>
  published.values.find((value) => key(value) === wanted)?.state

const smallIn = (values: Computed['values'], people: readonly number[]) =>
  recoverable(values).filter((subject) => isSmall(countOf(subject, people)))

/** As many of everybody everywhere, but for whom another number is given. */
const peopleWith = (all: number, some: number, others: (person: Person) => number | undefined) =>
  persons.map((person) => others(person) ?? (person.element === 'D' ? all : some))

describe('the public edition', () => {
  it('never lets a small count of persons be worked out by adding and subtracting what it shows', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (people) => {
        const { computed, unproven } = await publicOf(computedFrom(people))
        expect(smallIn(computed.values, people)).toEqual([])
        expect(unproven).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('shows the same number as the internal edition, or none', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (people) => {
        const all = computedFrom(people)
        const internal = new Map(all.values.map((value) => [key(value), value]))
        for (const value of (await publicOf(all)).computed.values) {
          const same = internal.get(key(value))
          if (value.state === 'suppressed') expect([value.value, value.numerator]).toEqual([null, null])
          else
            expect([value.state, value.value, value.numerator, value.denominator]).toEqual([
              same?.state,
              same?.value,
              same?.numerator,
              same?.denominator,
            ])
        }
      }),
      { numRuns: 6 },
    )
  })

  it('is the same again of the same data, whatever was published before', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (people) => {
        const first = await publicOf(computedFrom(people))
        expect(await publicOf(computedFrom(people), [first.ledger])).toEqual(first)
      }),
      { numRuns: 6 },
    )
  })

  it('keeps the ends of different people and the row of those not stated to itself', async () => {
    const computed = computedFrom(persons.map(() => 60))
    const [count, share] = logframe.indicators
    if (!count || !share) throw new Error('the small programme has two indicators')
    const people = {
      ...count,
      formula: { kind: 'persons_unique', people: [{ element: 'N' }], disjointCountries: true },
    }
    const values = computed.values.map((value) =>
      value.indicator === count.id ? { ...value, value: null, bounds: { low: 50, high: 53 } } : value,
    )
    const notStated = { ...(values[0] as (typeof values)[number]), cell: 'sex=unknown' }
    const { computed: published } = await publicOf({ ...computed, values: [...values, notStated] }, [], {
      ...logframe,
      indicators: [people as typeof count, share],
    })
    const own = published.values.filter(({ indicator }) => indicator === count.id)
    expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['suppressed']))
    expect(own.every(({ bounds, value }) => bounds === undefined && value === null)).toBe(true)
    expect(own.map(({ cell }) => cell)).not.toContain('sex=unknown')
  })

  it('is caught by the same attacker when what protects a small number is given back', async () => {
    const people = peopleWith(60, 30, ({ element, region, sex }) =>
      element === 'N' && region === 'KAZ-R1' && sex === 'female' ? 1 : undefined,
    )
    const computed = computedFrom(people)
    const { computed: published } = await publicOf(computed)
    const careless = published.values.map((value, index) =>
      value.state === 'suppressed' && !isSmall(computed.values[index]?.value ?? 0)
        ? (computed.values[index] ?? value)
        : value,
    )
    expect(smallIn(published.values, people)).toEqual([])
    expect(smallIn(careless, people).length).toBeGreaterThan(0)
  })

  it('protects a quarter by the definition its figures were computed by', async () => {
    const [count, share] = logframe.indicators
    if (!count || !share) throw new Error('the small programme has two indicators')
    const reason = { en: 'A test' }
    const earlier = [{ version: 1, since: count.since, reason, sensitivity: 'S2' as const }]
    const opened = { ...count, version: 2, since: '2021-07-01', earlier }
    const { computed: published } = await publicOf(computedFrom(peopleWith(100, 40, () => undefined)), [], {
      ...logframe,
      indicators: [opened, share],
    })
    const shownByRegion = (id: string) =>
      new Set(
        published.values
          .filter(({ indicator, place }) => indicator === id && place.includes('-'))
          .map(({ quarter }) => quarter),
      )
    expect([...shownByRegion('count')]).toEqual(['2021-Q3'])
    expect([...shownByRegion('share')]).toEqual(['2021-Q1', '2021-Q2', '2021-Q3'])
  })

  it('shows everything where nothing is small', async () => {
    const { computed } = await publicOf(computedFrom(peopleWith(100, 40, () => undefined)))
    expect(computed.values.filter(({ state }) => state === 'suppressed')).toEqual([])
  })

  it('withholds a small region and another that hides it, and keeps the country', async () => {
    const people = peopleWith(100, 40, ({ element, region }) =>
      element === 'N' && region === 'KAZ-R2' ? 1 : undefined,
    )
    const { computed } = await publicOf(computedFrom(people))
    const at = (place: string) => stateAt(computed, `count|${place}|2021-Q1|`)
    expect([at('KAZ-R1'), at('KAZ-R2')]).toEqual(['suppressed', 'suppressed'])
    expect([at('KAZ'), at('UGA'), at('ALL')]).toEqual(['observed', 'observed', 'observed'])
  })

  it('withholds a small numerator in every indicator it stands in', async () => {
    const people = peopleWith(100, 40, ({ element, region, sex, quarter }) =>
      element === 'N' && region.startsWith('UGA') && sex === 'female'
        ? Number(region === 'UGA-R1' && quarter === '2021-Q1') * 2
        : undefined,
    )
    const { computed } = await publicOf(computedFrom(people))
    for (const id of ['count', 'share'])
      expect(stateAt(computed, `${id}|UGA|2021-Q1|sex=female`)).toBe('suppressed')
  })

  it('says nothing of how a small group is made up', async () => {
    const people = peopleWith(100, 40, ({ element, region, sex }) =>
      element === 'N' && region === 'UGA-R1' ? (sex === 'male' ? 1 : 0) : undefined,
    )
    const { computed } = await publicOf(computedFrom(people))
    const cells = ['', 'sex=female', 'sex=male']
    expect(cells.map((cell) => stateAt(computed, `count|UGA-R1|2021-Q1|${cell}`))).toEqual(
      cells.map(() => 'suppressed'),
    )
  })

  it('shows of a running sum no two ends between which few came', async () => {
    const people = peopleWith(100, 40, ({ element, quarter, region, sex }) => {
      if (element === 'D' || quarter !== '2021-Q2') return undefined
      return region === 'KAZ-R1' && sex === 'male' ? 3 : 0
    })
    const { computed } = await publicOf(computedFrom(people))
    const states = ['2021-Q1', '2021-Q2'].map((quarter) => stateAt(computed, `count|ALL|${quarter}|`))
    expect(states).toContain('suppressed')
    expect(smallIn(computed.values, people)).toEqual([])
  })

  it('says of a withheld value nothing but that it is withheld', async () => {
    const { computed } = await publicOf(computedFrom(peopleWith(3, 1, () => undefined)))
    for (const value of computed.values.filter(({ state }) => state === 'suppressed'))
      expect(value).toMatchObject({
        value: null,
        numerator: null,
        denominator: null,
        partial: false,
        carried: false,
        coverage: null,
      })
  })
})
