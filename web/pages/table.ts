import { type Country, countries, PROGRAMME } from '../../indicators/model/place.ts'
import { type IndicatorSummary, type Status, statuses } from '../../indicators/model/released.ts'
import { hrefWith, type PageContext } from './context.ts'
import { type IndicatorRow, indicatorRow } from './indicator-row.ts'
import { type Rating, ratingOf, statusAt } from './rating.ts'

/** A logframe table: rows of indicators in one place, grouped. */
export interface IndicatorTable {
  id: string
  caption: string
  /** The heading above says the same; the caption is then for those who do not see it. */
  headed: boolean
  /** Columns for women, men and not stated. */
  bySex: boolean
  countries: readonly { code: Country; name: string }[]
  groups: readonly { heading: string | null; rows: readonly IndicatorRow[] }[]
}

export interface Group {
  heading: string | null
  indicators: readonly IndicatorSummary[]
}

/** Rows without a match for the status asked for are left out, groups without rows too. */
export function indicatorTable(
  context: PageContext,
  table: { id: string; caption: string; headed: boolean; place: string; groups: readonly Group[] },
): IndicatorTable {
  const { state } = context.address
  const shown = table.groups
    .map(({ heading, indicators }) => ({
      heading,
      rows: indicators
        .filter((summary) => state.status === undefined || statusAt(summary, table.place) === state.status)
        .map((summary) => indicatorRow(context, summary, table.place)),
    }))
    .filter(({ rows }) => rows.length > 0)
  return {
    id: table.id,
    caption: table.caption,
    headed: table.headed,
    bySex: state.by === 'sex' && shown.some(({ rows }) => rows.some(({ bySex }) => bySex !== null)),
    countries:
      table.place === PROGRAMME
        ? (state.c ?? countries).map((code) => ({ code, name: context.locale.t(`word.place.${code}`) }))
        : [],
    groups: shown,
  }
}

/** A way to see only the results of one status; the one in force leads back to all. */
export interface StatusChip extends Rating {
  count: string
  current: boolean
}

export function statusChips(
  context: PageContext,
  indicators: readonly IndicatorSummary[],
  place: string,
): readonly StatusChip[] {
  const asked = context.address.state.status
  const count = (status: Status) => indicators.filter((summary) => statusAt(summary, place) === status).length
  return statuses
    .filter((status) => count(status) > 0 || status === asked)
    .map((status) => ({
      ...ratingOf(context, status),
      href: hrefWith(context, { status: status === asked ? undefined : status }),
      count: context.locale.format.number(count(status)),
      current: status === asked,
    }))
}
