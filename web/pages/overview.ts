import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { IndicatorSummary, Status } from '../../indicators/model/released.ts'
import { statuses } from '../../indicators/model/released.ts'
import { coded, hrefTo, logframeIndicators, type PageContext, type Phrase, phraseOf } from './context.ts'
import type { Frame } from './frame.ts'
import { type IndicatorRow, indicatorRow } from './indicator-row.ts'
import { type PublicFigureRow, publicFigureRows } from './public-figures.ts'
import { countStatuses, needsAttention, type Rating, ratingOf, statusAt } from './rating.ts'
import {
  bulletFrame,
  headlined,
  recordFrame,
  type StatusChange,
  statusChanges,
  statusFrame,
} from './results.ts'
import {
  hiddenSentence,
  missingReports,
  resultsHeading,
  shownValues,
  statusSentences,
  womenSentence,
} from './summary.ts'
import { type IndicatorTable, indicatorTable, type StatusChip, statusChips } from './table.ts'
import { type UpdateEntry, updateEntries } from './updates.ts'

interface AreaRow {
  code: string
  name: Phrase
  href: string
  cells: readonly { country: string; counts: readonly (Rating & { count: string })[] }[]
}

export interface OverviewPage {
  page: 'overview'
  heading: string
  summary: readonly string[]
  chips: readonly StatusChip[]
  byStatus: Frame
  progress: Frame | null
  areas: readonly AreaRow[]
  countries: readonly { name: string; href: string }[]
  attention: IndicatorTable
  changes: readonly (StatusChange & { was: Rating; is: Rating })[]
  /** One result for each part of the programme, for the printed page. */
  brief: readonly IndicatorRow[]
  record: Frame | null
  figures: readonly PublicFigureRow[]
  updates: readonly UpdateEntry[]
}

const shownUpdates = 5
const shownChanges = 12

const statusGroups = (context: PageContext, indicators: readonly IndicatorSummary[]) =>
  context.programme.chain
    .filter(({ code }) => code === 'SO1' || code === 'SO2' || code === 'GO')
    .map(({ code, name }) => ({
      key: code,
      label: coded(context, code, name),
      href: hrefTo(context, { page: 'objective', code }),
      indicators: indicators.filter(({ objectives }) => objectives.some((one) => one === code)),
    }))
    .filter((row) => row.indicators.length > 0)

function countsIn(context: PageContext, indicators: readonly IndicatorSummary[], country: string) {
  const { counts } = countStatuses(indicators, country)
  return statuses
    .filter((status) => counts[status] !== undefined)
    .map((status) => ({
      ...ratingOf(context, status),
      count: context.locale.format.number(counts[status] ?? 0),
    }))
}

function areaRows(context: PageContext, indicators: readonly IndicatorSummary[]): AreaRow[] {
  return context.programme.chain
    .filter(({ code }) => code.startsWith('FA'))
    .map(({ code, name }) => ({
      code,
      name: phraseOf(name, context),
      href: hrefTo(context, { page: 'area', code }),
      cells: (context.address.state.c ?? countries).map((country) => ({
        country,
        counts: countsIn(
          context,
          indicators.filter(({ area }) => area === code),
          country,
        ),
      })),
    }))
}

/** Without a status asked for, the results that need attention; worst first. */
function attentionTable(context: PageContext, indicators: readonly IndicatorSummary[]): IndicatorTable {
  const { t } = context.locale
  const asked = context.address.state.status
  const wanted: readonly Status[] = asked === undefined ? needsAttention : [asked]
  const groups = wanted.map((status) => ({
    heading: null,
    indicators: indicators.filter((summary) => statusAt(summary, PROGRAMME) === status),
  }))
  const caption =
    asked === undefined
      ? t('page.attention.caption')
      : t('page.attention.asked', { status: t(`word.status.${asked}`) })
  return indicatorTable(context, { id: 'attention', caption, headed: true, place: PROGRAMME, groups })
}

/** Are we on course, where not, and what changed? */
export function overviewPage(context: PageContext): OverviewPage {
  const indicators = logframeIndicators(context)
  const { programme } = context
  return {
    page: 'overview',
    heading: resultsHeading(context, countStatuses(indicators, PROGRAMME), null),
    summary: [
      ...statusSentences(context, indicators, PROGRAMME),
      missingReports(context),
      womenSentence(context),
      hiddenSentence(context, shownValues(context, indicators)),
    ].filter((sentence) => sentence !== null),
    chips: statusChips(context, indicators, PROGRAMME),
    byStatus: statusFrame(context, statusGroups(context, indicators), PROGRAMME),
    progress: bulletFrame(context, headlined(indicators), PROGRAMME),
    areas: areaRows(context, indicators),
    countries: (context.address.state.c ?? countries).map((code) => ({
      name: context.locale.t(`word.place.${code}`),
      href: hrefTo(context, { page: 'country', code }),
    })),
    attention: attentionTable(context, indicators),
    changes: statusChanges(context, indicators)
      .slice(0, shownChanges)
      .map((change) => ({
        ...change,
        was: ratingOf(context, change.from),
        is: ratingOf(context, change.to),
      })),
    brief: headlined(indicators).map((summary) => indicatorRow(context, summary, PROGRAMME)),
    record: recordFrame(context, programme.completeness),
    figures: publicFigureRows(
      context,
      programme.publicFigures.filter(({ country }) => country === 'ALL'),
    ),
    updates: updateEntries(context, programme.updates).slice(0, shownUpdates),
  }
}
