import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countries } from '../../indicators/model/place.ts'
import { statuses } from '../../indicators/model/released.ts'
import { languages } from '../../indicators/model/text.ts'
import { type Address, formatAddress, parseAddress, type Route } from '../../web/pages/address.ts'

const at = (address: string) => new URL(address, 'http://localhost')
const canonical = (address: string) => {
  const parsed = parseAddress(at(address))
  return parsed === null ? null : formatAddress(parsed)
}

it.each([
  ['/en/', '/en/'],
  ['/en', '/en/'],
  ['/fr/gender/', '/fr/gender'],
  [
    '/en/indicator/OP1.2.1?v=2022-11-15.0a1b2c3d&by=sex&p=2021-Q2',
    '/en/indicator/OP1.2.1?p=2021-Q2&by=sex&v=2022-11-15.0a1b2c3d',
  ],
  ['/en/indicator/OP1.2.1?p=2019-Q1..2021-Q2', '/en/indicator/OP1.2.1?p=2019-Q1..2021-Q2'],
  ['/en/?c=UGA,KAZ', '/en/?c=KAZ,UGA'],
  ['/en/?c=UGA,KAZ,TUN', '/en/'],
  ['/en/?c=KAZ&c=UGA', '/en/?c=KAZ,UGA'],
  ['/en/?utm=x&by=age&status=fine', '/en/'],
  [
    '/ar/indicator/OP1.2.1/explain?cell=sex%3Dfemale&place=KAZ',
    '/ar/indicator/OP1.2.1/explain?place=KAZ&cell=sex%3Dfemale',
  ],
  ['/en/methods?p=2021-Q2&by=sex', '/en/methods'],
  [
    '/en/explore?p=2021-Q2&p=2019-Q4&i=GO.3&i=CTX.1&i=no&m=more&page=1',
    '/en/explore?p=2019-Q4..2021-Q2&i=CTX.1,GO.3',
  ],
])('writes %s as %s', (typed, expected) => {
  expect(canonical(typed)).toBe(expected)
})

it.each([
  '/',
  '/de/',
  '/en/objective',
  '/en/objective/SO9',
  '/en/area/fa1',
  '/en/country/FRA',
  '/en/indicator/OP1.2.1/more',
  '/en/indicator/nonsense',
  '/en/gender/women',
  '/en/country/KAZ/x/y',
  '/en/%2e%2e/methods',
])('knows that no page lives at %s', (address) => {
  expect(parseAddress(at(address))).toBeNull()
})

const quarter = fc
  .tuple(fc.integer({ min: 2018, max: 2022 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}-Q${number}`)
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ page: 'overview' }, { page: 'gender' }, { page: 'methods' }),
  fc.constantFrom<Route>({ page: 'objective', code: 'SO1' }, { page: 'area', code: 'FA2' }),
  fc.constantFrom<Route>({ page: 'indicator', code: 'OP1.2.1' }, { page: 'explain', code: 'GO.3' }),
  fc.constantFrom(...countries).map((code) => ({ page: 'country', code }) as Route),
)
const query = fc.record(
  {
    c: fc.subarray([...countries, 'FRA']).map((codes) => codes.join(',')),
    p: fc.oneof(
      quarter,
      fc.tuple(quarter, quarter).map((pair) => pair.join('..')),
      fc.string(),
    ),
    by: fc.constantFrom('sex', 'age', ''),
    view: fc.constantFrom('table', 'chart'),
    status: fc.constantFrom(...statuses, 'fine'),
    place: fc.constantFrom('ALL', 'KAZ', 'KAZ-R1', 'nowhere'),
    cell: fc.constantFrom('', 'sex=female', 'status=sentenced;sex=male', 'age=adult;sex=male', 'x=y'),
    v: fc.constantFrom('2022-11-15.0a1b2c3d', 'latest'),
    junk: fc.string(),
  },
  { requiredKeys: [] },
)

it('always comes back to the same address once it is canonical', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      route,
      query,
      fc.infiniteStream(fc.nat()),
      (language, page, fields, chance) => {
        const base = formatAddress({ language, route: page, state: {} })
        const shuffled = Object.entries(fields).sort(
          () => (chance.next().value ?? 0) - (chance.next().value ?? 0),
        )
        const typed = `${base}?${new URLSearchParams(shuffled as [string, string][])}`
        const once = canonical(typed)
        expect(once).not.toBeNull()
        expect(canonical(once ?? '')).toBe(once)
        expect(parseAddress(at(once ?? ''))).toEqual(parseAddress(at(typed)))
      },
    ),
  )
})

it('never depends on the order in which an address was typed', () => {
  fc.assert(
    fc.property(query, (fields) => {
      const pairs = Object.entries(fields) as [string, string][]
      const forward = canonical(`/en/indicator/OP1.2.1?${new URLSearchParams(pairs)}`)
      expect(canonical(`/en/indicator/OP1.2.1?${new URLSearchParams([...pairs].reverse())}`)).toBe(forward)
    }),
  )
})

it('keeps a pinned release when the language changes', () => {
  const address = parseAddress(at('/en/country/KAZ?v=2022-11-15.0a1b2c3d')) as Address
  expect(formatAddress({ ...address, language: 'ar' })).toBe('/ar/country/KAZ?v=2022-11-15.0a1b2c3d')
})
