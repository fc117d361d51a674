import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Formula, Indicator } from '../../../indicators/model/indicator.ts'
import type { Observation } from '../../../indicators/model/observation.ts'
import { quarterStart, quartersBetween } from '../../../indicators/model/period.ts'
import { countryOf } from '../../../indicators/model/place.ts'
import { observed } from '../../pipelines/warehouse/observations.ts'
import { element, indicator, place, type Small } from '../compute/small-warehouse.ts'

export const quarters = quartersBetween('2020-Q1', '2021-Q2')
export const dataAsOf = '2021-07-31'

const regions = ['KAZ-R1', 'KAZ-R2', 'TUN-R1', 'UGA-R1']
const units = ['KAZ-R1-01', 'KAZ-R1-02', 'KAZ-R2-01', 'TUN-R1-01', 'UGA-R1-01', 'UGA-R1-02']
const countryUnits = ['KAZ', 'TUN', 'UGA']

const facility = { scope: 'all-facilities' } as const
const elements: DataElement[] = [
  element('N', { ...facility, dimensions: ['sex', 'status'], crosses: [['sex', 'status']] }),
  element('S', { ...facility, kind: 'stock' }),
  element('RUN', { scope: 'country' }),
  element('HAS', { ...facility, kind: 'status', people: false, dimensions: [] }),
  element('ANS', { scope: 'country', kind: 'status', people: false, dimensions: [] }),
  element('STG', { scope: 'country', kind: 'ordinal', people: false, dimensions: [] }),
  element('DONE', { scope: 'country', kind: 'ordinal', people: false, dimensions: [] }),
  element('NARR', { scope: 'country', kind: 'text', people: false, dimensions: [] }),
  element('IDX', { scope: 'country', kind: 'score', people: false, dimensions: [], frequency: 'annual' }),
  element('FIRST', { scope: 'country', dimensions: [] }),
]

const of = (id: string, over: 'sum' | 'last' | 'mean_of_period_ends' = 'sum', more = {}) => ({
  sum: [{ element: id, ...more }],
  over,
})
let number = 0
const made = (id: string, formula: Formula, given: Partial<Indicator> = {}) => {
  number += 1
  const code = `OP1.${Math.ceil(number / 9)}.${((number - 1) % 9) + 1}`
  return indicator({ id, code, formula, ...given })
}
const bySex = [{ by: 'sex' as const, levels: 'region' as const }]
const words = [{ en: 'None' }, { en: 'Draft' }, { en: 'Adopted' }]
const rate = { geography: 'ratio_of_sums', unit: 'percentage' } as const

export const indicators: Indicator[] = [
  made('count', { kind: 'count', of: { sum: [{ element: 'N' }, { element: 'RUN' }], over: 'sum' } }),
  made(
    'to-date',
    { kind: 'count', of: of('N') },
    { window: 'since_start', byRegion: true, breakdowns: bySex },
  ),
  made('running', { kind: 'count', of: of('RUN') }, { window: 'half_year', breakdowns: bySex }),
  made(
    'ratio',
    {
      kind: 'ratio',
      numerator: of('N', 'sum', { only: { status: 'sentenced' } }),
      denominator: of('N'),
      scale: 100,
    },
    { ...rate, breakdowns: bySex, byRegion: true },
  ),
  made(
    'mean',
    { kind: 'ratio', numerator: of('N'), denominator: of('S', 'mean_of_period_ends'), scale: 1000 },
    { ...rate, unit: 'per-1000', window: 'four_quarters' },
  ),
  made(
    'weighted',
    { kind: 'weighted_mean', numerator: of('N'), denominator: of('S', 'last') },
    { ...rate, unit: 'score' },
  ),
  made('with', { kind: 'facilities_with', element: 'HAS' }),
  made('share', { kind: 'share_of_facilities', element: 'HAS' }, rate),
  made(
    'stage',
    { kind: 'ordinal', element: 'STG', levels: words },
    { geography: 'distribution', unit: 'stage' },
  ),
  made('answer', { kind: 'yes_no', element: 'ANS' }, { geography: 'count_of_units', unit: 'yes-no' }),
  made('story', { kind: 'qualitative', element: 'NARR' }, { geography: 'list_only', unit: 'qualitative' }),
  made(
    'index',
    { kind: 'external', element: 'IDX' },
    { geography: 'list_only', unit: 'score', frequency: 'annual' },
  ),
  made(
    'people',
    {
      kind: 'persons_unique',
      people: [{ element: 'N' }, { element: 'RUN' }],
      base: of('S', 'last'),
      disjointCountries: true,
    },
    { window: 'four_quarters' },
  ),
  made(
    'first',
    {
      kind: 'persons_unique',
      people: [{ element: 'RUN' }],
      firstTime: { element: 'FIRST' },
      disjointCountries: true,
    },
    { window: 'since_start' },
  ),
  made(
    'steps',
    { kind: 'milestone', element: 'DONE', steps: words },
    { geography: 'distribution', unit: 'percentage' },
  ),
]

type Said = number | 'missing' | 'withheld' | 'not_applicable' | undefined

/** The same numbers for the same seed, on every machine. */
function seeded(seed: number) {
  let state = seed * 2_654_435_761
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return state % below
  }
}

/** Three countries that report all kinds of things, with gaps, refusals, corrections and running totals. */
export function everyKind(seed: number): Small {
  const random = seeded(seed)
  const observations: Observation[] = []
  const rows = new Map<string, number>()
  /** Each word stands in a cell of its own, in one file per country and quarter. */
  const say = (
    id: string,
    at: string,
    quarter: string,
    cell: string,
    said: Said,
    given: Partial<Observation> = {},
  ) => {
    if (said === undefined) return
    const file = `${countryOf(at)} ${quarter}.xlsx`
    const row = (rows.get(file) ?? 1) + 1
    rows.set(file, row)
    const value = typeof said === 'number' ? said : null
    const state = typeof said === 'number' ? 'observed' : said
    observations.push(
      observed({ element: id, place: at, quarter, cell, state, value, file, ref: `C${row}`, ...given }),
    )
  }
  const perhaps = (most: number): Said => {
    const chance = random(12)
    if (chance === 0) return undefined
    if (chance === 1) return (['missing', 'withheld', 'not_applicable'] as const)[random(3)]
    return random(most)
  }
  for (const quarter of quarters) {
    for (const at of units) sayFacility(at, quarter)
    for (const at of countryUnits) {
      for (const [id, most] of [
        ['ANS', 2],
        ['STG', 3],
        ['DONE', 4],
        ['FIRST', 40],
      ] as const)
        say(id, at, quarter, '', perhaps(most))
      say('NARR', at, quarter, '', perhaps(3))
      if (quarter.endsWith('Q4'))
        say('IDX', at, quarter, '', random(9), { periodStart: quarterStart(`${quarter.slice(0, 4)}-Q1`) })
    }
  }
  for (const at of countryUnits) sayRunning(at)

  function sayFacility(at: string, quarter: string) {
    const total = perhaps(60)
    say('N', at, quarter, '', total)
    say('S', at, quarter, '', perhaps(300))
    say('HAS', at, quarter, '', perhaps(2))
    if (typeof total !== 'number') return
    const women = random(total + 1)
    const men = total - women - (random(3) === 0 ? Math.min(2, total - women) : 0)
    for (const [sex, number] of [
      ['female', women],
      ['male', men],
    ] as const) {
      say('N', at, quarter, `sex=${sex}`, number, sex === 'male' ? { derived: true } : {})
      say('N', at, quarter, `sex=${sex};status=sentenced`, Math.floor(number / 2))
    }
    say('N', at, quarter, 'status=sentenced', Math.floor(total / 2))
  }

  /** A running total of the year, with a month now and then in which nothing came, and once a single quarter. */
  function sayRunning(at: string) {
    const firstMonth = at === 'UGA' ? 7 : 1
    const totals = { '': 0, 'sex=female': 0 }
    for (const quarter of quarters) {
      const starts = Number(quarterStart(quarter).slice(5, 7)) === firstMonth
      const [all, women] = [20 + random(30), random(20)]
      totals[''] = (starts ? 0 : totals['']) + all
      totals['sex=female'] = (starts ? 0 : totals['sex=female']) + women
      const isSingle = quarter === '2020-Q3' && at === 'TUN'
      const isSilent = random(6) === 0
      for (const [cell, total] of Object.entries(totals))
        say('RUN', at, quarter, cell, isSilent ? undefined : isSingle ? (cell === '' ? all : women) : total, {
          deliveredAs: isSingle ? 'period' : 'year_to_date',
        })
    }
  }

  return {
    elements,
    indicators,
    places: [
      ...regions.map((code) => place(code, { kind: 'region' })),
      ...units.map((code) =>
        place(code, {
          opened: code === 'UGA-R1-02' ? '2020-07-01' : null,
          closed: code === 'KAZ-R1-02' ? '2021-03-31' : null,
        }),
      ),
    ],
    observations,
    due: { 'TUN 2021-Q2': '2021-08-30' },
    start: '2020-01-01',
  }
}
