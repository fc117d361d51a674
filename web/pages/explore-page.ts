import { countries } from '../../indicators/model/place.ts'
import type { IndicatorSummary, IndicatorView } from '../../indicators/model/released.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { type Axis, axes, measures } from './address.ts'
import { hrefWith, type PageContext, phraseOf } from './context.ts'
import { type At, finder, type Member, type Members, membersOf, splitsOf } from './explore-axes.ts'
import type { Figure } from './figure.ts'
import type { Option } from './option.ts'

/** More rows than this are shown a part at a time. */
export const ROWS_AT_ONCE = 100

/** A table of published figures as somebody has put it together, and the form to put another together. */
export interface ExplorePage {
  page: 'explore'
  heading: string
  lead: string
  form: {
    action: string
    /** Kept as it is. */
    pin: string | null
    groups: readonly { label: string; indicators: readonly Option[] }[]
    chosen: string
    countries: readonly Option[]
    level: readonly Option[]
    from: readonly Option[]
    to: readonly Option[]
    split: readonly Option[]
    rows: readonly Option[]
    cols: readonly Option[]
    measure: readonly Option[]
  }
  /** Null where nothing is published of what was asked for. */
  table: ExploredTable | null
}

export interface ExploredTable {
  caption: string
  /** What the labels of a row are called. */
  labels: readonly string[]
  columns: readonly Member[]
  rows: readonly { labels: readonly string[]; figures: readonly Figure[] }[]
  /** Where there is more than one part. */
  parts: { text: string; before: string | null; after: string | null } | null
}

const FIRST_ROWS: Axis = 'place'
const FIRST_COLUMNS: Axis = 'quarter'

/** Those an address names; the first of the programme where it names none. */
export function chosenIndicators({ address, programme }: PageContext): readonly IndicatorSummary[] {
  const { i = [] } = address.state
  const named = programme.indicators.filter(({ code }) => i.includes(code))
  return named.length > 0 ? named : programme.indicators.slice(0, 1)
}

/** Which axis runs across, and which down, the first outermost; those of a single member are told in the caption. */
function layout(context: PageContext, members: Members): { cols: Axis; rows: readonly Axis[] } {
  const { cols = FIRST_COLUMNS, rows } = context.address.state
  const first = rows ?? FIRST_ROWS
  const others = axes.filter((axis) => axis !== cols && axis !== first && members[axis].length > 1)
  const down = first === cols ? others : [first, ...others]
  return { cols, rows: down.length > 0 ? down : [axes.find((axis) => axis !== cols) ?? 'indicator'] }
}

/** @param views of the indicators chosen, as the edition publishes them */
export function explorePage(context: PageContext, views: readonly IndicatorView[]): ExplorePage {
  const { t } = context.locale
  const members = membersOf(context, views)
  const shape = layout(context, members)
  return {
    page: 'explore',
    heading: t('page.explore.heading'),
    lead: t('page.explore.lead'),
    form: formOf(context, views, shape),
    table: tableOf(context, views, members, shape),
  }
}

function tableOf(
  context: PageContext,
  views: readonly IndicatorView[],
  members: Members,
  { cols, rows }: ReturnType<typeof layout>,
): ExploredTable | null {
  const { t } = context.locale
  const find = finder(context, views, context.address.state.m)
  const fixed: Partial<At> = Object.fromEntries(axes.map((axis) => [axis, members[axis][0]?.key ?? '']))
  const columns = members[cols]
  const filled = combinations(rows.map((axis) => members[axis]))
    .map((labels) => {
      const down = Object.fromEntries(rows.map((axis, n) => [axis, labels[n]?.key ?? '']))
      // Safe: every axis has its first member, and those along the rows the row's own.
      const at = { ...fixed, ...down } as At
      return {
        labels: labels.map(({ label }) => label),
        figures: columns.map(({ key }) => find({ ...at, [cols]: key })),
      }
    })
    .filter(({ figures }) => figures.some((figure) => figure !== null))
  if (filled.length === 0) return null
  const single = axes.filter((axis) => axis !== cols && !rows.includes(axis))
  const last = Math.ceil(filled.length / ROWS_AT_ONCE)
  const part = Math.min(context.address.state.page ?? 1, last)
  const shown = filled.slice((part - 1) * ROWS_AT_ONCE, part * ROWS_AT_ONCE)
  return {
    caption: single
      .flatMap((axis) => members[axis][0]?.label ?? [])
      .concat(t(`page.explore.measure.${context.address.state.m ?? 'value'}`))
      .join(' · '),
    labels: rows.map((axis) => t(`page.explore.axis.${axis}`)),
    columns,
    rows: shown.map(({ labels, figures }) => ({
      labels,
      figures: figures.map((figure) => figure ?? absent(context)),
    })),
    parts: last === 1 ? null : partsOf(context, { part, last, rows: filled.length }),
  }
}

/** What no indicator is broken down into is no value of any kind. */
const absent = ({ locale: { t } }: PageContext): Figure => ({
  text: '–',
  state: 'not_applicable',
  provisional: false,
  note: t('page.explore.absent'),
  href: null,
})

function partsOf(context: PageContext, { part, last, rows }: { part: number; last: number; rows: number }) {
  const { t, format } = context.locale
  const to = (page: number) => hrefWith(context, { page: page === 1 ? undefined : page })
  return {
    text: t('page.explore.part', {
      part: format.number(part),
      last: format.number(last),
      rows: format.number(rows),
    }),
    before: part > 1 ? to(part - 1) : null,
    after: part < last ? to(part + 1) : null,
  }
}

/** Every combination of one member of each, the last changing first. */
const combinations = (lists: readonly (readonly Member[])[]): readonly (readonly Member[])[] =>
  lists.reduce<readonly (readonly Member[])[]>(
    (before, list) => before.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  )

function formOf(
  context: PageContext,
  views: readonly IndicatorView[],
  { cols, rows }: ReturnType<typeof layout>,
): ExplorePage['form'] {
  const { t, format } = context.locale
  const { state } = context.address
  const option = (value: string, key: MessageKey, chosen: boolean): Option => ({
    value,
    text: t(key),
    chosen,
  })
  const quarters = [...new Set(views.flatMap((view) => view.quarters))].sort()
  const quarterOptions = (chosen: string | undefined): Option[] =>
    quarters.map((value) => ({ value, text: format.quarter(value), chosen: value === chosen }))
  const axisOptions = (chosen: Axis | undefined) =>
    axes.map((axis) => option(axis, `page.explore.axis.${axis}`, axis === chosen))
  return {
    action: hrefWith(context, emptied).split('?')[0] ?? '',
    pin: state.v ?? null,
    groups: groupsOf(context),
    chosen: t('page.explore.chosen', { n: views.length, count: format.number(views.length) }),
    countries: countries.map((code) => option(code, `word.place.${code}`, state.c?.includes(code) ?? true)),
    level: [
      option('', 'page.explore.level.country', state.level === undefined),
      option('region', 'page.explore.level.region', state.level === 'region'),
    ],
    from: quarterOptions(state.p?.from ?? quarters[0]),
    to: quarterOptions(state.p?.to ?? quarters.at(-1)),
    split: [
      option('', 'page.explore.total', state.split === undefined),
      ...splitsOf(views).map((by) => option(by, `word.dimension.${by}`, state.split === by)),
    ],
    rows: axisOptions(rows[0]),
    cols: axisOptions(cols),
    measure: [
      option('', 'page.explore.measure.value', state.m === undefined),
      ...measures.map((measure) => option(measure, `page.explore.measure.${measure}`, state.m === measure)),
    ],
  }
}

const emptied = {
  ...{ c: undefined, p: undefined, i: undefined, rows: undefined, cols: undefined },
  ...{ split: undefined, level: undefined, m: undefined, page: undefined, v: undefined },
}

/** Indicators to choose from, by what they serve. */
function groupsOf(context: PageContext): ExplorePage['form']['groups'] {
  const chosen = new Set(chosenIndicators(context).map(({ id }) => id))
  const { t } = context.locale
  const groups = Map.groupBy(context.programme.indicators, ({ level, objectives }) =>
    level === 'context'
      ? t('page.explore.context')
      : t('page.explore.serves', { codes: objectives.join(', ') }),
  )
  return [...groups].map(([label, indicators]) => ({
    label,
    indicators: indicators.map(({ id, code, title }) => ({
      value: code,
      text: t('page.coded', { code, name: phraseOf(title, context).text }),
      chosen: chosen.has(id),
    })),
  }))
}
