import type { Country } from '../../indicators/model/place.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary } from '../../indicators/model/released.ts'
import { coded, logframeIndicators, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import type { Frame } from './frame.ts'
import { type PublicFigureRow, publicFigureRows } from './public-figures.ts'
import { countStatuses } from './rating.ts'
import { bulletFrame, headlined, recordFrame } from './results.ts'
import { hiddenSentence, resultsHeading, shownValues, statusSentences } from './summary.ts'
import { type Group, type IndicatorTable, indicatorTable, type StatusChip, statusChips } from './table.ts'
import { type UpdateEntry, updateEntries } from './updates.ts'

/** An objective, a focus area or a country: what is to be reached there, and how it stands. */
export interface ResultsPage {
  page: 'objective' | 'area' | 'country'
  heading: string
  statement: Phrase | null
  assumption: Phrase | null
  summary: readonly string[]
  chips: readonly StatusChip[]
  progress: Frame | null
  table: IndicatorTable
  record: Frame | null
  figures: readonly PublicFigureRow[]
  updates: readonly UpdateEntry[]
  /** National wording a comparison needs beside it. */
  nationalNote: string | null
}

const areaCodes = ['FA1', 'FA2', 'FA3', 'FA4'] as const
/** How many bullets a chart can hold before it stops being read. */
const mostBullets = 8

const chainEntry = (context: PageContext, code: string) =>
  context.programme.chain.find((entry) => entry.code === code)

function nameOf(context: PageContext, code: string): string {
  const entry = chainEntry(context, code)
  return entry === undefined ? code : phraseOf(entry.name, context).text
}

function codedName(context: PageContext, code: string): string {
  const entry = chainEntry(context, code)
  return entry === undefined ? code : coded(context, code, entry.name)
}

/** Impact and outcomes first, then outputs by focus area, then what cuts across. */
function chainGroups(context: PageContext, indicators: readonly IndicatorSummary[]): Group[] {
  const { t } = context.locale
  const level = (...wanted: IndicatorSummary['level'][]) =>
    indicators.filter(({ level }) => wanted.includes(level))
  return [
    { heading: t('word.level.impact'), indicators: level('impact') },
    { heading: t('word.level.outcome'), indicators: level('outcome') },
    ...areaCodes.map((code) => ({
      heading: t('page.group.outputs', { code, name: nameOf(context, code) }),
      indicators: level('output').filter(({ area }) => area === code),
    })),
    { heading: t('word.level.cross-cutting'), indicators: level('cross-cutting') },
  ]
}

const areaGroups = (context: PageContext, indicators: readonly IndicatorSummary[]): Group[] => [
  ...areaCodes.map((code) => ({
    heading: codedName(context, code),
    indicators: indicators.filter(({ area }) => area === code),
  })),
  {
    heading: context.locale.t('page.group.all'),
    indicators: indicators.filter(({ area }) => area === 'all'),
  },
]

interface Scope {
  page: ResultsPage['page']
  name: string
  place: string
  entry?: ReturnType<typeof chainEntry>
  groups: readonly Group[]
}

/** What an objective is judged by are its outcomes; a country is shown by the programme's lead indicators. */
function leading({ page, place }: Scope, indicators: readonly IndicatorSummary[]) {
  if (page === 'country') return headlined(indicators)
  const outcomes = indicators.filter(({ level }) => level === 'outcome' || level === 'impact')
  const chosen = page === 'objective' && outcomes.length > 0 ? outcomes : indicators
  const isSeen = ({ latest }: IndicatorSummary) =>
    latest.some((value) => value.place === place && value.state === 'observed')
  return chosen.filter(isSeen).slice(0, mostBullets)
}

function resultsPage(context: PageContext, scope: Scope): ResultsPage {
  const { t } = context.locale
  const indicators = scope.groups.flatMap((group) => group.indicators)
  return {
    page: scope.page,
    heading: resultsHeading(context, countStatuses(indicators, scope.place), scope.name),
    statement: scope.entry ? phraseOf(scope.entry.statement, context) : null,
    assumption: scope.entry ? phraseOf(scope.entry.assumption, context) : null,
    summary: [
      ...statusSentences(context, indicators, scope.place),
      hiddenSentence(
        context,
        shownValues(context, indicators, scope.place === PROGRAMME ? undefined : scope.place),
      ),
    ].filter((sentence) => sentence !== null),
    chips: statusChips(context, indicators, scope.place),
    progress: bulletFrame(context, leading(scope, indicators), scope.place),
    table: indicatorTable(context, {
      id: 'results',
      caption: t('page.table.caption', { name: scope.name }),
      headed: false,
      place: scope.place,
      groups: scope.groups,
    }),
    record: null,
    figures: [],
    updates: [],
    nationalNote: null,
  }
}

/** Is this objective being reached, and what is behind it? */
export function objectivePage(context: PageContext, code: string): ResultsPage {
  const indicators = logframeIndicators(context).filter(({ objectives }) =>
    objectives.some((one) => one === code),
  )
  const entry = chainEntry(context, code)
  return resultsPage(context, {
    page: 'objective',
    name: codedName(context, code),
    place: PROGRAMME,
    entry,
    groups: chainGroups(context, indicators),
  })
}

/** What is being done in this area, and does it show? */
export function areaPage(context: PageContext, code: string): ResultsPage {
  const { t } = context.locale
  const indicators = logframeIndicators(context).filter(({ area }) => area === code)
  const level = (...wanted: IndicatorSummary['level'][]) =>
    indicators.filter(({ level }) => wanted.includes(level))
  const page = resultsPage(context, {
    page: 'area',
    name: codedName(context, code),
    place: PROGRAMME,
    entry: chainEntry(context, code),
    groups: [
      { heading: t('page.group.outcomes'), indicators: level('impact', 'outcome') },
      { heading: t('word.level.output'), indicators: level('output') },
    ],
  })
  const updates = context.programme.updates.filter(({ areas }) => areas.some((area) => area === code))
  return { ...page, updates: updateEntries(context, updates) }
}

/** How is this country doing, what did it report and what is missing? Never a rank. */
export function countryPage(context: PageContext, country: Country): ResultsPage {
  const { programme, locale } = context
  const page = resultsPage(context, {
    page: 'country',
    name: placeName(context, country),
    place: country,
    groups: areaGroups(context, logframeIndicators(context)),
  })
  return {
    ...page,
    record: recordFrame(
      context,
      programme.completeness.filter((cell) => cell.country === country),
    ),
    figures: publicFigureRows(
      context,
      programme.publicFigures.filter((figure) => figure.country === country),
    ),
    updates: updateEntries(
      context,
      programme.updates.filter((update) => update.country === country),
    ),
    nationalNote: locale.t(`page.national.${country}`),
  }
}
