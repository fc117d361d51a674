import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeIndicator } from '../../api/services/merge-views.ts'
import { isIn } from '../../api/services/own-country.ts'
import { countries } from '../../indicators/model/place.ts'
import type { IndicatorView, ReleasedValue } from '../../indicators/model/released.ts'

const places = ['ALL', ...countries, ...countries.map((country) => `${country}-R1`)]
const cells = ['', 'sex=female', 'sex=male']
const spots = places.flatMap((place) => cells.map((cell) => ({ place, cell })))

const row = (spot: (typeof spots)[number], value: number | null): ReleasedValue => ({
  ...spot,
  ...{ quarter: '2021-Q2', state: value === null ? 'suppressed' : 'observed', value },
  ...{ numerator: null, denominator: null, partial: false, carried: false, coverage: null },
})
const viewOf = (edition: 'public' | 'internal', values: ReleasedValue[]) => ({
  release: { id: 'r', edition, quarter: '2021-Q2', dataAsOf: '2021-07-31', illustrative: true },
  places: [...new Set(values.map(({ place }) => place))].map((code) => ({ code, name: code })),
  values,
  standings: [],
})
/** The inside knows every number; of each the public edition shows it, withholds it, or has no row at all. */
const told = fc.array(fc.constantFrom('shown', 'withheld', 'absent'), {
  minLength: spots.length,
  maxLength: spots.length,
})

it('shows a focal point the inside of the own country and of nothing else', () => {
  fc.assert(
    fc.property(told, fc.constantFrom(...countries), (ways, country) => {
      const inner = spots.map((spot, n) => row(spot, 1000 + n))
      const open = inner.flatMap((one, n) => {
        if (ways[n] === 'absent') return []
        return ways[n] === 'shown' ? [one] : [row(one, null)]
      })
      const merged = mergeIndicator(
        viewOf('internal', inner) as unknown as IndicatorView,
        viewOf('public', open) as unknown as IndicatorView,
        (place) => isIn(place, country),
      )
      const own = (place: string) => place.startsWith(country)
      expect(merged.values.filter(({ place }) => own(place))).toEqual(inner.filter(({ place }) => own(place)))
      expect(merged.values.filter(({ place }) => !own(place))).toEqual(
        open.filter(({ place }) => !own(place)),
      )
      expect(merged.places.map(({ code }) => code).sort()).toEqual(
        [...new Set(merged.values.map(({ place }) => place))].sort(),
      )
    }),
  )
})

it('takes no country for another whose letters it begins with', () => {
  expect(['KAZ', 'KAZ-R1', 'KAZ-R1-01', 'KAZX', 'ALL', 'TUN'].filter((place) => isIn(place, 'KAZ'))).toEqual([
    'KAZ',
    'KAZ-R1',
    'KAZ-R1-01',
  ])
})
