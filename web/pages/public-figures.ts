import type { PublicFigure } from '../../indicators/model/released.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { PageContext } from './context.ts'
import { placeName } from './context.ts'
import { type Source, sourcesOf } from './sources.ts'

/** A publicly reported figure: real, with its source, never mixed with the programme's own. */
export interface PublicFigureRow {
  country: string
  what: string
  value: string
  date: string
  precision: string
  sources: readonly Source[]
}

const precisions = ['exact', 'about', 'at_least', 'up_to'] as const

function readPrecision(text: string, { locale: { t } }: PageContext): string {
  const known = precisions.find((precision) => text.startsWith(precision)) ?? 'about'
  const inferred = text.includes('inferred') ? [t('word.precision.dateInferred')] : []
  return [t(`word.precision.${known}`), ...inferred].join(', ')
}

const sexWords: Record<string, MessageKey> = {
  female: 'word.cell.sex.female',
  male: 'word.cell.sex.male',
}

function whatOf(figure: PublicFigure, { locale: { t } }: PageContext): string {
  const measure = t(`word.measure.${figure.measure}` as MessageKey)
  const sex = figure.unit === 'persons' ? sexWords[figure.sex] : undefined
  return sex === undefined ? measure : t('page.figures.bySex', { measure, sex: t(sex) })
}

export function publicFigureRows(
  context: PageContext,
  figures: readonly PublicFigure[],
): readonly PublicFigureRow[] {
  const { format } = context.locale
  return figures.toSorted(byCountryAndDate).map((figure) => ({
    country: placeName(context, figure.country),
    what: whatOf(figure, context),
    value: figure.unit === 'percent' ? format.percent(figure.value) : format.number(figure.value, 1),
    date: format.date(figure.asOf),
    precision: readPrecision(figure.precision, context),
    sources: sourcesOf(figure.source),
  }))
}

const byCountryAndDate = (a: PublicFigure, b: PublicFigure) =>
  a.country === b.country ? (a.asOf < b.asOf ? -1 : 1) : a.country < b.country ? -1 : 1
