import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Computed } from '../../../indicators/compute/compute-indicators.ts'
import { policy } from '../../../indicators/protect/policy.ts'
import { protectPublic } from '../../../indicators/protect/protect-public.ts'
import { recoverable } from './attacker.ts'
import { computedFrom, countOf, logframe, persons } from './small-programme.ts'

const T = policy.threshold.S1
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

describe('the public edition', () => {
  it('never lets a small count of persons be worked out by adding and subtracting what it shows', () => {
    fc.assert(
      fc.property(counts, (people) => {
        const published = protectPublic(computedFrom(people), logframe)
        const found = recoverable(published.values).filter((subject) => isSmall(countOf(subject, people)))
        expect(found).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('shows the same number as the internal edition, or none', () => {
    fc.assert(
      fc.property(counts, (people) => {
        const computed = computedFrom(people)
        const internal = new Map(computed.values.map((value) => [key(value), value]))
        for (const value of protectPublic(computed, logframe).values) {
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
      { numRuns: 1000 },
    )
  })

  it('keeps the ends of different people and the row of those not stated to itself', () => {
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
    const published = protectPublic(
      { ...computed, values: [...values, notStated] },
      { ...logframe, indicators: [people as typeof count, share] },
    )
    const own = published.values.filter(({ indicator }) => indicator === count.id)
    expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['suppressed']))
    expect(own.every(({ bounds, value }) => bounds === undefined && value === null)).toBe(true)
    expect(own.map(({ cell }) => cell)).not.toContain('sex=unknown')
  })

  it('is caught by the same attacker when one withheld table is given back', () => {
    const people: number[] = persons.map(({ element, region, sex }) =>
      element === 'D' ? 60 : region === 'KAZ-R1' && sex === 'female' ? 1 : 30,
    )
    const computed = computedFrom(people)
    const published = protectPublic(computed, logframe)
    const careless = published.values.map((value, index) =>
      value.place.startsWith('KAZ-') ? (computed.values[index] ?? value) : value,
    )
    const small = (values: Computed['values']) =>
      recoverable(values).filter((subject) => isSmall(countOf(subject, people)))
    expect(small(published.values)).toEqual([])
    expect(small(careless).length).toBeGreaterThan(0)
  })

  it('protects a quarter by the definition its figures were computed by', () => {
    const [count, share] = logframe.indicators
    if (!count || !share) throw new Error('the small programme has two indicators')
    const reason = { en: 'A test' }
    const earlier = [{ version: 1, since: count.since, reason, sensitivity: 'S2' as const }]
    const opened = { ...count, version: 2, since: '2021-07-01', earlier }
    const published = protectPublic(
      computedFrom(persons.map(({ element }) => (element === 'D' ? 100 : 40))),
      { ...logframe, indicators: [opened, share] },
    )
    const shownByRegion = (id: string) =>
      new Set(
        published.values
          .filter(({ indicator, place }) => indicator === id && place.includes('-'))
          .map(({ quarter }) => quarter),
      )
    expect([...shownByRegion('count')]).toEqual(['2021-Q3'])
    expect([...shownByRegion('share')]).toEqual(['2021-Q1', '2021-Q2', '2021-Q3'])
  })

  it('shows everything where nothing is small', () => {
    const published = protectPublic(
      computedFrom(persons.map(({ element }) => (element === 'D' ? 100 : 40))),
      logframe,
    )
    expect(published.values.filter(({ state }) => state === 'suppressed')).toEqual([])
  })

  it('withholds all regions of a country when one has a small count, and keeps the country', () => {
    const people: number[] = persons.map(({ element, region }) =>
      element === 'D' ? 100 : region === 'KAZ-R2' ? 1 : 40,
    )
    const published = protectPublic(computedFrom(people), logframe)
    expect(stateAt(published, 'count|KAZ-R1|2021-Q1|')).toBe('suppressed')
    expect(stateAt(published, 'count|KAZ-R2|2021-Q1|')).toBe('suppressed')
    expect(stateAt(published, 'count|UGA-R1|2021-Q1|')).toBe('observed')
    expect(stateAt(published, 'count|KAZ|2021-Q1|')).toBe('observed')
  })

  it('withholds a small numerator in every indicator it stands in', () => {
    const people: number[] = persons.map(({ element, region, sex }) =>
      element === 'D' ? 100 : region.startsWith('UGA') && sex === 'female' ? 0 : 40,
    )
    people[
      persons.findIndex(
        ({ element, region, sex }) => element === 'N' && region === 'UGA-R1' && sex === 'female',
      )
    ] = 2
    const published = protectPublic(computedFrom(people), logframe)
    for (const id of ['count', 'share']) {
      expect(stateAt(published, `${id}|UGA|2021-Q1|sex=female`)).toBe('suppressed')
      expect(stateAt(published, `${id}|KAZ|2021-Q1|sex=female`)).toBe('suppressed')
      expect(stateAt(published, `${id}|UGA|2021-Q1|`)).toBe('observed')
    }
  })

  it('holds a running sum back until enough has come to be shown', () => {
    const people: number[] = persons.map(({ element, quarter }) => {
      if (element === 'D') return 100
      return quarter === '2021-Q2' ? 0 : 40
    })
    people[persons.findIndex(({ element, quarter }) => element === 'N' && quarter === '2021-Q2')] = 3
    const published = protectPublic(computedFrom(people), logframe)
    expect(
      ['2021-Q1', '2021-Q2', '2021-Q3'].map((quarter) => stateAt(published, `count|ALL|${quarter}|`)),
    ).toEqual(['observed', 'suppressed', 'observed'])
  })

  it('says of a withheld value nothing but that it is withheld', () => {
    const people: number[] = persons.map(({ element }) => (element === 'D' ? 3 : 1))
    for (const value of protectPublic(computedFrom(people), logframe).values.filter(
      ({ state }) => state === 'suppressed',
    ))
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
