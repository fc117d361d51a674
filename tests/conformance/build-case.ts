import type { ComputeAt } from '../../indicators/compute/compute-indicators.ts'
import type { Dimension } from '../../indicators/model/breakdown.ts'
import { DataElement } from '../../indicators/model/data-element.ts'
import { Formula, type GeoRule, Indicator, WindowKind } from '../../indicators/model/indicator.ts'
import { Logframe } from '../../indicators/model/logframe.ts'
import { Observation } from '../../indicators/model/observation.ts'
import { quarterEnd, quarterOf, quartersBetween } from '../../indicators/model/period.ts'
import { countries, countryOf, type Place, parentOf, placeLevel } from '../../indicators/model/place.ts'
import type { Plan, PlannedValue } from '../../indicators/model/target.ts'
import type { WarehouseContents } from '../../pipelines/warehouse/build-warehouse.ts'
import type { Case, Given, IndicatorText, PlanText } from './case.ts'

const ID = 'case'

export type BuiltCase = {
  contents: WarehouseContents
  logframe: Logframe
  at: ComputeAt
}

/** A case as a warehouse and a logframe of one indicator. */
export function buildCase(one: Case): BuiltCase {
  const asked = one.expect.map(({ at }) => at.split(' ')[1] ?? '')
  const all = [...asked, ...one.given.map(({ periodEnd }) => quarterOf(periodEnd))].sort()
  const quarter = all.at(-1) ?? ''
  const quarters = quartersBetween(all[0] ?? '', quarter)
  const windows = WindowKind.array().parse([...new Set(one.expect.flatMap(({ window }) => window ?? []))])
  const elements = [
    ...new Set([...one.given.map(({ element }) => element), ...Object.keys(one.elements)]),
  ].map((id) => elementOf(id, one.elements[id] ?? 'flow'))
  return {
    contents: {
      slices: [],
      places: placesOf(one),
      elements,
      calendars: countries.map((country) => ({
        country,
        yearStartMonth: one.yearStartMonths[country] ?? one.yearStartMonth,
      })),
      submissions: countries.flatMap((country) =>
        quarters.map((due) => ({
          country,
          quarter: due,
          due: one.due[`${country} ${due}`] ?? quarterEnd(due),
          received: null,
        })),
      ),
      publicFigures: [],
      observations: one.given.map(observationOf),
    },
    logframe: Logframe.parse({
      start: one.start,
      plannedEnd: one.plannedEnd,
      chain: [],
      elements,
      indicators: [indicatorOf(one.indicator, Object.keys(one.plans).length > 0 || one.plan !== undefined)],
      plans: { [ID]: plansOf(one) },
    }),
    at: { quarters, quarter, dataAsOf: one.dataAsOf, windows },
  }
}

const kinds = ['stock', 'flow', 'cumulative', 'status', 'ordinal', 'score', 'text']
const scopes: Record<string, DataElement['scope']> = {
  country: 'country',
  regions: 'regions',
  facilities: 'programme-facilities',
  'programme-facilities': 'programme-facilities',
  'all-facilities': 'all-facilities',
}

/** `stock sex status sex×status`, `flow regions`, `flow six-monthly country`: words in any order. */
function elementOf(id: string, description: string): DataElement {
  const words = description.split(' ')
  const found: Record<string, string> = { scope: 'country', frequency: 'quarterly' }
  const dimensions: string[] = []
  const crosses: string[][] = []
  for (const word of words) {
    // `status` is a kind and a dimension; of two such words the first is the kind.
    if (kinds.includes(word) && !found.kind) found.kind = word
    else if (word in scopes) found.scope = scopes[word] ?? ''
    else if (word === 'annual' || word === 'six-monthly') found.frequency = word
    else if (word.includes('×')) crosses.push(word.split('×'))
    else dimensions.push(word)
  }
  const rest = { title: { en: id }, people: true, dimensions, crosses, sensitivity: 'S0' }
  return DataElement.parse({ id, kind: 'flow', ...found, ...rest })
}

function placesOf(one: Case): Place[] {
  const facilities = Object.keys(one.facilities)
  const named = [...one.given.map(({ place }) => place), ...facilities]
  const codes = new Set<string>([...countries, ...named, ...named.map((code) => parentOf(code) ?? code)])
  codes.delete('ALL')
  return [...codes].sort().map((code) => {
    const level = placeLevel(code)
    const [kind = 'programme', word, date] = (one.facilities[code] ?? '').split(' ').filter(Boolean)
    return {
      code,
      name: code,
      aliases: [],
      kind: level === 'country' || level === 'region' ? level : 'closed',
      programme: kind === 'programme',
      opened: word === 'from' ? (date ?? null) : null,
      closed: word === 'until' ? (date ?? null) : null,
    }
  })
}

function observationOf({ said, ...given }: Given, index: number): Observation {
  const isState = /^[a-z]/.test(said)
  return Observation.parse({
    ...given,
    country: countryOf(given.place),
    state: isState ? said : 'observed',
    value: isState ? null : Number(said),
    text: null,
    derived: false,
    lineage: { fileHash: '0'.repeat(64), file: 'case', sheet: '', ref: `A${index + 1}`, mapping: 'case' },
  })
}

const geographies: Record<string, GeoRule> = {
  count: 'sum',
  persons_unique: 'sum',
  facilities_with: 'sum',
  milestone: 'list_only',
  ordinal: 'distribution',
  yes_no: 'count_of_units',
  qualitative: 'list_only',
  external: 'list_only',
}

function indicatorOf(text: IndicatorText, planned: boolean): Indicator {
  const { window, frequency, staleness, byRegion, direction, path, by, range } = text
  return Indicator.parse({
    id: ID,
    code: 'OP1.1.1',
    level: 'output',
    objectives: [],
    area: 'all',
    title: { en: 'Case' },
    definition: { en: 'Case' },
    computation: { en: 'Case' },
    unit: 'number',
    direction,
    ...(text.minimumCoverage ? { minimumCoverage: text.minimumCoverage.number } : {}),
    ...(range ? { range: { low: range[0].number, high: range[1].number } } : {}),
    formula: formulaOf(text),
    window,
    geography: geographies[text.kind] ?? 'ratio_of_sums',
    targetMode: (planned || range) && text.targetMode === 'none' ? 'level' : text.targetMode,
    path,
    staleness,
    breakdowns: by ? [{ by: by as Dimension, levels: 'country' }] : [],
    byRegion,
    frequency,
    sensitivity: 'S0',
    sourceOfVerification: '',
    assumption: '',
    mapping: '',
    publicMeasures: [],
    version: 1,
    since: '2018-12-01',
  })
}

function formulaOf(text: IndicatorText): Formula {
  const { kind, of, numerator, denominator, over, scale } = text
  const [first, second] = typeof over === 'string' ? [over, over] : over
  const operand = (terms: string | string[] | undefined, rule: string) => ({
    sum: [terms ?? []].flat().map(termOf),
    over: rule,
  })
  if (kind === 'count') return Formula.parse({ kind, of: operand(of, first) })
  if (kind === 'persons_unique') {
    const { firstTime, base, disjointCountries } = text
    return Formula.parse({
      kind,
      people: [of ?? []].flat().map(termOf),
      ...(firstTime ? { firstTime: termOf(firstTime) } : {}),
      ...(base ? { base: operand(base, 'last') } : {}),
      disjointCountries,
    })
  }
  if (kind === 'milestone')
    return Formula.parse({
      kind,
      element: of,
      steps: Array.from({ length: text.steps }, () => ({ en: 'Step' })),
    })
  const pair = { numerator: operand(numerator, first), denominator: operand(denominator, second) }
  if (kind === 'ratio') return Formula.parse({ kind, ...pair, scale })
  if (kind === 'weighted_mean') return Formula.parse({ kind, ...pair })
  const levels = kind === 'ordinal' ? { levels: [{ en: 'None' }, { en: 'Draft' }] } : {}
  return Formula.parse({ kind, element: of, ...levels })
}

/** `D status=unsentenced` is one category of D; `D programme` counts programme facilities alone. */
function termOf(text: string) {
  const [element = '', ...words] = text.split(' ')
  const only = words.filter((word) => word.includes('=')).map((word) => word.split('='))
  return {
    element,
    ...(only.length > 0 ? { only: Object.fromEntries(only) } : {}),
    ...(words.includes('programme') ? { programmeOnly: true } : {}),
  }
}

/** One plan alone is the plan of every country the case asks about. */
function plansOf({ plan, womensPlan, plans, expect }: Case): Plan[] {
  const asked = [...new Set(expect.map(({ at }) => at.slice(0, 3)))].filter((place) => place !== 'ALL')
  return [
    ...(plan ? asked.map((place) => planOf(place, '', plan)) : []),
    ...(womensPlan ? asked.map((place) => planOf(place, 'sex=female', womensPlan)) : []),
    ...Object.entries(plans).map(([place, text]) => planOf(place, '', text)),
  ]
}

function planOf(place: string, cell: string, text: PlanText): Plan {
  const dated = (amounts: Record<string, string>) =>
    Object.entries(amounts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, amount]) => ({ date, planned: plannedOf(amount) }))
  const [extension] = dated(text.extension ?? {})
  return {
    place,
    cell,
    baseline:
      text.baseline === undefined ? null : { date: text.baselineDate, planned: plannedOf(text.baseline) },
    milestones: dated(text.milestones),
    target: dated(text.target)[0] ?? null,
    extension: extension ? { ...extension, reason: { en: 'Longer' } } : null,
    pooled: false,
    illustrative: true,
  }
}

function plannedOf(amount: string): PlannedValue {
  const [first = 0, second] = amount.split('/').map(Number)
  return second === undefined
    ? { value: first }
    : { value: (100 * first) / second, numerator: first, denominator: second }
}
