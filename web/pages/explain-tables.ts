import type { Excluded, Explanation } from '../../indicators/model/explanation.ts'
import type { LineageRow } from '../../indicators/model/released.ts'
import type { ValueState } from '../../indicators/model/value-state.ts'
import { cellWords } from './cell-words.ts'
import { type CellAt, cellHref, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { elementWords, sideWords } from './explain-steps.ts'
import { type Figure, figureOf } from './figure.ts'

/** Rows of a long table that are on the page; all are in the data. */
const MOST = 200

/** A table that may be too long for a page: its first rows, and how many there are besides. */
export interface Cut<Row> {
  rows: readonly Row[]
  more: number
}

export const cut = <Row>(rows: readonly Row[]): Cut<Row> => ({
  rows: rows.slice(0, MOST),
  more: Math.max(0, rows.length - MOST),
})

/** A file, a sheet and a cell, with the way to what it feeds. */
export interface ReadAt {
  file: string
  sheet: string
  ref: string
  href: string
}

export const readAt = (context: PageContext, at: CellAt): ReadAt => ({ ...at, href: cellHref(context, at) })

export interface InputRow {
  role: string
  element: string
  title: Phrase
  over: string | null
  place: string
  /** A number, or what stands for it. */
  value: string
  state: ValueState
  reported: string | null
  excused: string
  withheld: string
}

/** What each element came to, place by place; in the public edition the elements alone. */
export function inputRows(context: PageContext, { sides, place }: Explanation): InputRow[] {
  const { locale } = context
  const { t, format } = locale
  return sides.flatMap(({ side, value, terms }) =>
    terms.flatMap((term): InputRow[] => {
      const head = {
        role: sideWords(side, locale),
        element: elementWords(term.element, term.cell, locale),
        title: phraseOf(term.title, context),
        over: term.rule && t(`word.over.${term.rule}`),
      }
      if (term.parts.length === 0) {
        const shown = terms.length === 1 && value !== null ? format.number(value, 4) : ''
        return [
          {
            ...head,
            ...{ place: placeWords(context, place), value: shown, state: 'observed' },
            ...{ reported: null, excused: '', withheld: '' },
          },
        ]
      }
      return term.parts.map((part) => ({
        ...head,
        place: part.place === place.code ? placeWords(context, place) : placeName(context, part.place),
        value: part.value === null ? t(`word.state.${part.state}`) : format.number(part.value, 4),
        state: part.state,
        reported: t('page.explain.reportedOf', {
          reported: format.number(part.reported),
          expected: format.number(part.expected),
        }),
        excused: format.number(part.excused),
        withheld: format.number(part.withheld),
      }))
    }),
  )
}

/** A region by its name in the register, a country and the programme in the reader's language. */
export const placeWords = (context: PageContext, { code, name }: { code: string; name: string }) =>
  code.includes('-') ? name : placeName(context, code)

export interface CountryRow {
  name: string
  figure: Figure
  numerator: string
  denominator: string
  /** Whether it is in the figure, and if not why. */
  entered: string
}

export function countryRows(
  context: PageContext,
  { indicator, countries, quarter, cell }: Explanation,
): CountryRow[] {
  const { t, format } = context.locale
  const number = (value: number | null) => (value === null ? '' : format.number(value, 4))
  return countries.map(({ name: _, entered, why, ...value }) => ({
    name: placeName(context, value.place),
    figure: figureOf(context, { ...value, quarter, cell }, indicator),
    numerator: number(value.numerator),
    denominator: number(value.denominator),
    entered: entered
      ? t('page.explain.entered')
      : why === null
        ? t('page.explain.listed')
        : why === 'one_side'
          ? t('page.explain.oneSide')
          : t(`page.explain.excluded.${why}`),
  }))
}

export interface ExcludedRow {
  why: string
  element: string
  place: string
  period: string
  at: ReadAt | null
}

export function excludedRows(context: PageContext, excluded: readonly Excluded[]): ExcludedRow[] {
  const { t } = context.locale
  return excluded.map(({ why, element, cell, placeName: name, place, periodStart, periodEnd, at }) => ({
    why: t(`page.explain.excluded.${why}`),
    element: elementWords(element, cell, context.locale),
    place: placeWords(context, { code: place, name }),
    period: period(context, periodStart, periodEnd),
    at: at && readAt(context, at),
  }))
}

export const period = ({ locale: { t, format } }: PageContext, first: string, last: string) =>
  t('page.explain.period', { first: format.date(first), last: format.date(last) })

export interface LineageEntry {
  element: string
  place: string
  cell: string
  period: string
  value: string
  /** What is left of a running total, with what was taken off it; null where the value counts as it is. */
  counts: { text: string; less: readonly (ReadAt & { value: string })[] } | null
  derived: boolean
  at: ReadAt
}

export function lineageEntry(context: PageContext, row: LineageRow): LineageEntry {
  const { t, format } = context.locale
  const { fact } = row
  const isSame = fact?.periodStart === row.periodStart && fact.value === row.value
  return {
    element: row.element,
    place: placeWords(context, { code: row.place, name: row.placeName }),
    cell: cellWords(row.cell, context.locale),
    period: period(context, row.periodStart, row.periodEnd),
    value: row.value === null ? t(`word.state.${row.state}`) : format.number(row.value, 4),
    counts:
      fact === null || isSame || fact.value === null
        ? null
        : {
            text: t('page.explain.countsAs', {
              value: format.number(fact.value, 4),
              period: period(context, fact.periodStart, fact.periodEnd),
            }),
            less: fact.less.map((at) => ({
              ...readAt(context, at),
              value: format.number(at.value ?? 0, 4),
            })),
          },
    derived: row.derived,
    at: readAt(context, row),
  }
}
