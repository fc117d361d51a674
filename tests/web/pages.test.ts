import { expect, it } from 'vitest'
import type { IndicatorView } from '../../indicators/model/released.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'
import { genderPage } from '../../web/pages/gender-page.ts'
import { indicatorPage } from '../../web/pages/indicator-page.ts'
import { overviewPage } from '../../web/pages/overview.ts'
import { areaPage, countryPage, objectivePage } from '../../web/pages/results-page.ts'
import { paceOf, shownOf } from '../../web/pages/series.ts'
import { contextAt } from './example-context.ts'
import { exampleIndicatorView, exampleLabel } from './example-release.ts'

const view = (id: string) => exampleIndicatorView(id) as IndicatorView
const codes = (page: { table: { groups: readonly { rows: readonly { code: string }[] }[] } }) =>
  page.table.groups.flatMap(({ rows }) => rows.map(({ code }) => code))

it('counts every result once by status, and context series never', () => {
  const { chips, heading } = overviewPage(contextAt('/en/'))
  expect(chips.reduce((sum, { count }) => sum + Number(count), 0)).toBe(12)
  expect(heading).toBe('4 of 10 rated results are achieved or on track')
})

it('shows what needs attention, worst first, and filters by the status asked for', () => {
  const attention = overviewPage(contextAt('/en/')).attention.groups.flatMap(({ rows }) =>
    rows.map(({ rating }) => rating?.status),
  )
  const order = ['off_track', 'reversed', 'at_risk']
  expect(attention.map((status) => order.indexOf(status ?? ''))).toEqual(
    attention.map((status) => order.indexOf(status ?? '')).sort(),
  )
  const met = overviewPage(contextAt('/en/?status=met'))
  expect(met.attention.groups.flatMap(({ rows }) => rows.map(({ rating }) => rating?.status))).toEqual([
    'met',
    'met',
  ])
  expect(met.chips.find(({ current }) => current)?.href).toBe('/en/')
})

it('keeps a pinned release in every link it makes', () => {
  const page = overviewPage(contextAt('/en/?v=2022-11-15.0a1b2c3d'))
  const links = [...page.chips, ...page.countries, ...page.areas].map(({ href }) => href)
  expect(links.filter((href) => !href.includes('v=2022-11-15.0a1b2c3d'))).toEqual([])
})

it('puts the countries in the order of the programme whatever their values', () => {
  const page = overviewPage(contextAt('/en/?c=UGA,KAZ'))
  expect(page.countries.map(({ name }) => name)).toEqual(['Kazakhstan', 'Uganda'])
  expect(page.areas.every(({ cells }) => cells.map(({ country }) => country).join() === 'KAZ,UGA')).toBe(true)
})

it('gathers an objective’s results by level and an area’s by area', () => {
  expect(codes(objectivePage(contextAt('/en/objective/SO1'), 'SO1'))).toEqual([
    'SO1.1',
    'OP1.2.1',
    'OP1.2.3',
    'OP1.2.5',
    'OP3.2.4',
    'X.2',
    'X.3',
  ])
  expect(codes(areaPage(contextAt('/en/area/FA2'), 'FA2'))).toEqual(['SO2.1', 'OP2.1.1'])
})

it('gives a country its own definition, reports, figures and events', () => {
  const page = countryPage(contextAt('/en/country/TUN'), 'TUN')
  expect(page.nationalNote).toContain('presumed innocent')
  expect(page.record?.headline).toContain('1 report is missing')
  expect(page.figures.map(({ value }) => value)).toEqual(['54.9%'])
  expect(page.updates.map(({ date }) => date)).toEqual(['5 October 2021'])
  expect(page.table.countries).toEqual([])
})

it('says where the programme value is a list of countries', () => {
  const page = objectivePage(contextAt('/en/objective/SO2'), 'SO2')
  const stage = page.table.groups.flatMap(({ rows }) => rows).find(({ code }) => code === 'OP2.1.1')
  expect(stage?.latest.text).toBe('by country')
  expect(stage?.countries.map(({ figure }) => figure.text)).toEqual(['stage 4', 'stage 4', 'stage 4'])
})

it('splits by sex where the address asks and the indicator can', () => {
  const rows = objectivePage(contextAt('/en/objective/SO2?by=sex'), 'SO2').table.groups.flatMap(
    (group) => group.rows,
  )
  expect(rows.find(({ code }) => code === 'OP1.2.1')?.bySex?.map(({ text }) => text)).toEqual([
    '348',
    '516',
    '26',
  ])
  expect(rows.find(({ code }) => code === 'OP3.1.2')?.bySex).toBeNull()
})

it('shows the last due quarter up to the one asked for', () => {
  const page = indicatorPage(contextAt('/en/indicator/OP1.2.1?p=2021-Q2'), view('op1-2-1'), null)
  expect(page.card.asOf).toBe('Q2 2021')
  expect(page.values.rows[0]?.quarter).toBe('Q2 2021')
  expect(page.trajectory?.chart).toMatchObject({ status: 'on_track' })
})

it('draws only the quarters of the window asked for', () => {
  const page = indicatorPage(contextAt('/en/indicator/OP1.2.1?p=2021-Q4..2022-Q3'), view('op1-2-1'), null)
  expect(page.values.rows.map(({ quarter }) => quarter)).toEqual(['Q3 2022', 'Q2 2022', 'Q1 2022', 'Q4 2021'])
  expect(page.windows.map(({ current }) => current)).toEqual([false, false, true])
})

it('says that numbers by sex are hidden instead of comparing them', () => {
  const hidden = view('so2-1')
  for (const value of hidden.values) {
    if (value.cell === 'sex=female') Object.assign(value, { state: 'suppressed', value: null })
  }
  const page = indicatorPage(contextAt('/en/indicator/SO2.1'), hidden, null)
  const frame = page.sex?.kind === 'chart' ? page.sex.frame : null
  expect(frame?.headline).toBe('Numbers by sex are hidden to protect privacy')
})

it('lists regions in the order of their register, under their country', () => {
  const page = indicatorPage(contextAt('/en/indicator/OP1.2.1'), view('op1-2-1'), null)
  expect(page.regions).toMatchObject([
    { country: 'Kazakhstan', regions: [{ name: 'Region R1' }, { name: 'Region R2' }] },
    { country: 'Uganda', regions: [{ name: 'Region R1' }] },
  ])
})

it('knows the pace needed while the goal lies ahead, and none after it', () => {
  const early = contextAt('/en/indicator/OP1.2.1?p=2021-Q2')
  const pace = paceOf(shownOf(early, view('op1-2-1')), 'ALL')
  expect(pace).toEqual({ needed: (1548 - 887) / 2, recent: (887 - 564) / 4 })
  expect(paceOf(shownOf(contextAt('/en/indicator/OP1.2.1'), view('op1-2-1')), 'ALL')).toBeNull()
})

it('marks titles that are not translated or not confirmed', () => {
  const page = indicatorPage(contextAt('/ar/indicator/SO2.1'), view('so2-1'), null)
  expect(page.title).toMatchObject({ language: 'ar', confirmed: false })
  expect(page.title.text).not.toContain('°')
  expect(page.related.map(({ title }) => title.language)).toEqual([])
  expect(page.definition.language).toBe('en')
})

it('takes a women’s share only from counts that are both shown', () => {
  const context = contextAt('/en/gender')
  const staff = context.programme.indicators.find(({ code }) => code === 'OP1.2.1')
  const women = staff?.bySex.find(({ place, cell }) => place === 'ALL' && cell === 'sex=female')
  const shareOf = () => {
    const chart = genderPage(context).shares?.chart
    return chart?.kind === 'representation'
      ? chart.rows.find(({ key }) => key === 'OP1.2.1')?.share
      : undefined
  }
  expect(shareOf()?.value).toBeCloseTo((100 * 348) / (348 + 516))
  Object.assign(women ?? {}, { state: 'suppressed', value: null })
  expect(shareOf()).toBeUndefined()
  expect(genderPage(context).shares?.notes.join()).toContain('1 indicator without both values')
})

it('shows one quarter over every window in the internal edition, the running ones as such', () => {
  const coded = (...words: string[]) => ({ words, at: words.map((_, at) => at) })
  const same = (word: string) => ({ words: [word], at: [0, 0, 0] })
  const windows: WindowsView = {
    ...{ release: exampleLabel, indicator: 'op1-2-1', window: coded('quarter', 'year', 'since_start') },
    ...{
      opens: coded('2022-07-01', '2022-01-01', '2018-12-01'),
      quarter: same('2022-Q3'),
      place: same('ALL'),
    },
    ...{ cell: same(''), state: same('observed'), value: [120, 300, null], numerator: [null, null, null] },
    ...{ denominator: [null, null, null], low: [null, null, 75], high: [null, null, 125] },
    ...{ reported: [3, 2, 3], expected: [3, 3, 3], running: [1], partial: [1], carried: [] },
  }
  const page = indicatorPage(contextAt('/en/indicator/OP1.2.1?c=KAZ'), view('op1-2-1'), windows)
  expect(page.otherWindows?.columns).toEqual(['Programme', 'Kazakhstan'])
  expect(page.otherWindows?.rows.map(({ label, figures }) => [label, figures[0]?.text])).toEqual([
    ['one quarter', '120'],
    ['since the start of the programme', '75 to 125'],
    ['calendar year (so far)', 'at least 300'],
  ])
  const links = page.otherWindows?.rows.map(({ figures }) => figures[0]?.href)
  expect(links).toEqual([null, '/en/indicator/OP1.2.1/explain?p=2022-Q3', null])
  expect(indicatorPage(contextAt('/en/indicator/OP1.2.1'), view('op1-2-1'), null).otherWindows).toBeNull()
})

it('shows what the countries plan together where another target was entered for the programme', () => {
  const entered = view('op1-2-1')
  const [pooled] = entered.plans.filter(({ place }) => place === 'ALL')
  if (!pooled?.target) throw new Error('The example has a programme plan.')
  entered.plans.unshift({ ...pooled, pooled: false, target: { ...pooled.target, planned: { value: 1300 } } })
  const facts = (shown: typeof entered) =>
    indicatorPage(contextAt('/en/indicator/OP1.2.1'), shown, null).card.facts.map(({ label }) => label)
  expect(facts(entered)).toContain('Countries’ targets together')
  expect(facts(view('op1-2-1'))).not.toContain('Countries’ targets together')
})
