import type { Explanation } from '../../indicators/model/explanation.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import { cellWords } from './cell-words.ts'
import { hrefTo, type PageContext, type Phrase, phraseOf } from './context.ts'
import { stepSentences } from './explain-steps.ts'
import {
  type CountryRow,
  type Cut,
  countryRows,
  cut,
  type ExcludedRow,
  excludedRows,
  type InputRow,
  inputRows,
  type LineageEntry,
  lineageEntry,
  period,
  placeWords,
} from './explain-tables.ts'
import { type Figure, figureOf } from './figure.ts'

export interface ExplainPage {
  page: 'explain'
  code: string
  title: Phrase
  back: string
  figure: Figure
  /** Which figure: place, quarter, cell. */
  of: string
  definition: Phrase
  version: string
  computation: Phrase
  /** The days it speaks of, how countries combine, and why there is no number where there is none. */
  sentences: readonly string[]
  steps: readonly string[]
  countries: readonly CountryRow[]
  inputs: readonly InputRow[]
  /** Whether the rows say what came: the public edition names the elements alone. */
  inner: boolean
  excluded: Cut<ExcludedRow>
  coverage: string
  /** Null in the public edition, which does not say where a value was read. */
  lineage: Cut<LineageEntry> | null
  /** The same as data. */
  json: string
}

/** One figure taken apart: every sentence and table an explanation holds. */
export function explainPage(context: PageContext, explanation: Explanation): ExplainPage {
  const { t, format } = context.locale
  const { indicator, place, quarter, cell, value, version, since } = explanation
  return {
    page: 'explain',
    code: indicator.code,
    title: phraseOf(indicator.title, context),
    back: hrefTo(context, { page: 'indicator', code: indicator.code }),
    figure: figureOf(context, value, indicator),
    of: t('page.explain.of', {
      place: placeWords(context, place),
      quarter: format.quarter(quarter),
      cell: cellWords(cell, context.locale),
    }),
    definition: phraseOf(indicator.definition, context),
    version: t('page.explain.version', { version: format.number(version), date: format.date(since) }),
    computation: phraseOf(indicator.computation, context),
    sentences: sentencesOf(context, explanation),
    steps: stepSentences(explanation, context.locale),
    countries: countryRows(context, explanation),
    inputs: inputRows(context, explanation),
    inner: explanation.lineage !== null,
    excluded: cut(excludedRows(context, explanation.excluded)),
    coverage: coverageOf(context, explanation),
    lineage: explanation.lineage && cut(explanation.lineage.map((row) => lineageEntry(context, row))),
    json: jsonOf(explanation),
  }
}

function sentencesOf(context: PageContext, { window, geography, value, steps, lineage }: Explanation) {
  const { t } = context.locale
  return [
    t(`page.explain.window.${window.kind}`),
    t('page.explain.days', { period: period(context, window.first, window.last) }),
    t(`page.explain.geography.${geography}`),
    ...(value.state === 'observed' ? [] : [t(`page.explain.silent.${value.state}`)]),
    ...(value.state === 'observed' && steps.length === 0 && lineage === null
      ? [t('page.explain.publicSteps')]
      : []),
  ]
}

function coverageOf({ locale: { t, format } }: PageContext, { value }: Explanation): string {
  if (value.coverage === null) return t('page.explain.noCoverage')
  return t(value.place === PROGRAMME ? 'page.explain.coverageCountries' : 'page.explain.coverageParts', {
    reported: format.number(value.coverage.reported),
    expected: format.number(value.coverage.expected),
  })
}

function jsonOf({ release, indicator, place, quarter, cell }: Explanation): string {
  const query = new URLSearchParams({ ...(cell === '' ? {} : { cell }), v: release.id })
  return `/api/indicators/${indicator.id}/explanation/${place.code}/${quarter}?${query}`
}
