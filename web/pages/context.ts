import type { Viewer } from '../../api/contract/page.ts'
import type { IndicatorSummary, ProgrammeView } from '../../indicators/model/released.ts'
import { type Language, localise, type Text } from '../../indicators/model/text.ts'
import type { Locale } from '../i18n/locale.ts'
import { type Address, formatAddress, type Route, type ViewState } from './address.ts'

/** What every page model is made from. */
export interface PageContext {
  locale: Locale
  address: Address
  programme: ProgrammeView
  /** Who reads, where that is known. */
  viewer: Viewer | null
}

/** Content in the language it is really written in; `confirmed` is false for wording a native speaker has yet to check. */
export interface Phrase {
  text: string
  language: Language
  confirmed: boolean
}

export const phraseOf = (text: Text, { locale }: PageContext): Phrase => localise(text, locale.language)

/** A code and what it stands for, in the reader's direction. */
export const coded = (context: PageContext, code: string, name: Text): string =>
  context.locale.t('page.coded', { code, name: phraseOf(name, context).text })

/** A page's address in the reader's language; a pinned release stays pinned. */
export function hrefTo({ address }: PageContext, route: Route, state: ViewState = {}): string {
  const pin = address.state.v === undefined ? {} : { v: address.state.v }
  return formatAddress({ language: address.language, route, state: { ...pin, ...state } })
}

type Change = { [K in keyof ViewState]: ViewState[K] | undefined }

/** The same page with another view: what is undefined goes back to its default. */
export function hrefWith({ address }: PageContext, change: Change): string {
  const state = Object.fromEntries(
    Object.entries({ ...address.state, ...change }).filter(([, value]) => value !== undefined),
  )
  return formatAddress({ ...address, state })
}

/** Where a figure is explained: its definition, computation, inputs and coverage. */
export const explainHref = (
  context: PageContext,
  code: string,
  at: { place: string; quarter: string; cell: string },
) =>
  hrefTo(
    context,
    { page: 'explain', code },
    {
      p: { from: null, to: at.quarter },
      ...(at.place === 'ALL' ? {} : { place: at.place }),
      ...(at.cell === '' ? {} : { cell: at.cell }),
    },
  )

export interface CellAt {
  file: string
  sheet: string
  ref: string
}

/** Where a cell of a file is followed to its figures; of a value made of two cells, the first. */
export const cellHref = (context: PageContext, { file, sheet, ref }: CellAt) =>
  hrefTo(
    context,
    { page: 'cell' },
    { file, ...(sheet === '' ? {} : { sheet }), ref: ref.split(/[-+]/)[0] ?? ref },
  )

export const placeName = ({ locale }: PageContext, code: string): string => {
  switch (code) {
    case 'KAZ':
    case 'TUN':
    case 'UGA':
      return locale.t(`word.place.${code}`)
    default:
      return locale.t('word.place.ALL')
  }
}

/** Indicators of the logframe; context series have no objective and no target. */
export const logframeIndicators = ({ programme }: PageContext): readonly IndicatorSummary[] =>
  programme.indicators.filter(({ level }) => level !== 'context')

export const summaryOfCode = ({ programme }: PageContext, code: string) =>
  programme.indicators.find((summary) => summary.code === code)

/** From one quarter to another; one alone is said once. */
export const spanText = ({ locale: { t, format } }: PageContext, first: string, last: string) =>
  first === last
    ? format.quarter(first)
    : t('ui.scope.between', { first: format.quarter(first), last: format.quarter(last) })
