import type { Explanation, SideName, Step } from '../../indicators/model/explanation.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { cellWords } from './cell-words.ts'

/** As many addends as are written out. */
const MOST = 10

const sideKeys: Record<SideName, MessageKey> = {
  value: 'page.explain.count',
  numerator: 'page.explain.numerator',
  denominator: 'page.explain.denominator',
  first_time: 'page.explain.firstTime',
  base: 'page.explain.base',
}

export const sideWords = (side: SideName, { t }: Locale) => t(sideKeys[side])

/** `TR_FIRST`, `PP_STOCK (women, unsentenced)`. */
export const elementWords = (element: string, cell: string, locale: Locale) =>
  cell === '' ? element : locale.t('page.explain.elementCell', { element, cell: cellWords(cell, locale) })

/** The steps of a calculation as sentences with their numbers. */
export const stepSentences = ({ steps }: Explanation, locale: Locale): string[] =>
  steps.map((step) => sentenceOf(step, locale))

function sentenceOf(step: Step, locale: Locale): string {
  const { t, format } = locale
  switch (step.kind) {
    case 'units':
      return t('page.explain.step.units', {
        element: elementWords(step.element, step.cell, locale),
        rule: t(`word.over.${step.rule}`),
        formula: sumOf(numbersOf(step), step.result, locale),
        reported: format.number(step.reported),
        expected: format.number(step.expected),
      })
    case 'elements':
      return t('page.explain.step.elements', {
        side: sideWords(step.side, locale),
        elements: format.list(step.addends.map(({ element, cell }) => elementWords(element, cell, locale))),
        formula: sumOf(valuesOf(step.addends), step.result, locale),
      })
    case 'countries':
      return t('page.explain.step.countries', {
        side: sideWords(step.side, locale),
        countries: countryList(step.addends, locale),
        formula: sumOf(valuesOf(step.addends), step.result, locale),
      })
    case 'rest':
      return t('page.explain.step.rest', {
        side: sideWords(step.side, locale),
        cells: format.list(step.named.map(({ cell }) => cellWords(cell, locale))),
        formula: equation([step.total, ...valuesOf(step.named)], ' − ', step.result, locale),
      })
    case 'reported':
      return t('page.explain.step.reported', { n: format.number(step.result) })
    case 'stages':
      return t('page.explain.step.stages', { n: format.number(step.result) })
    case 'answers':
      return t('page.explain.step.answers', { yes: format.number(step.yes), of: format.number(step.of) })
    case 'divide':
      return t('page.explain.step.divide', { formula: division(step, locale) })
    case 'people':
      return ends('page.explain.step.people', step, {
        counts: format.enumerate(step.counts.map(({ value }) => written(value, locale))),
      })
    case 'bounds':
      return ends('page.explain.step.bounds', step, { countries: countryList(step.addends, locale) })
  }

  function ends(key: MessageKey, { low, high }: { low: number; high: number | null }, told: object) {
    return t(high === null ? (`${key}.open` as MessageKey) : key, {
      ...told,
      low: written(low, locale),
      high: written(high ?? low, locale),
    })
  }
}

const countryList = (addends: readonly { place: string }[], { t, format }: Locale) =>
  format.list(addends.map(({ place }) => t(`word.place.${place}` as MessageKey)))

const valuesOf = (addends: readonly { value: number }[]) => addends.map(({ value }) => value)

/** One unit is told period by period, several as what each comes to. */
function numbersOf({ addends }: Extract<Step, { kind: 'units' }>): number[] {
  const [only, other] = addends
  return only && !other && only.weight === 1 ? only.readings : valuesOf(addends)
}

const written = (value: number, { format }: Locale) => format.number(value, 4)

const sumOf = (numbers: readonly number[], result: number, locale: Locale) =>
  equation(numbers, ' + ', result, locale)

/** `12 + 30 + 7 = 49`; a number alone is itself. */
function equation(numbers: readonly number[], sign: string, result: number, locale: Locale): string {
  const texts = numbers.map((number) => bracketed(number, written(number, locale)))
  if (texts.length <= 1) return written(result, locale)
  const shown = texts.length > MOST ? [...texts.slice(0, MOST - 1), '…', texts.at(-1)] : texts
  return `${shown.join(sign)} = ${written(result, locale)}`
}

const bracketed = (number: number, text: string) => (number < 0 ? `(${text})` : text)

function division(
  { scale, numerator, denominator, result }: Extract<Step, { kind: 'divide' }>,
  locale: Locale,
) {
  const pair = `${written(numerator, locale)} ÷ ${written(denominator, locale)}`
  return `${scale === 1 ? '' : `${written(scale, locale)} × `}${pair} = ${locale.format.number(result, 2)}`
}
