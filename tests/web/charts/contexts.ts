import type { Language } from '../../../indicators/model/text.ts'
import type { ChartContext } from '../../../web/charts/chart.ts'
import type { MessageKey } from '../../../web/i18n/catalogue.ts'
import { localeOf } from '../../../web/i18n/locale.ts'

/** The real words and formats of a language, as pages hand them to charts. */
export function contextIn(language: Language): ChartContext {
  const { t, direction, format } = localeOf(language)
  return { language, direction, format, t: (key, args) => t(key as MessageKey, args) }
}

/** English words, but every number that goes through a format is put in brackets, so that it can be found again. */
export function markedContext(): ChartContext {
  const english = contextIn('en')
  const { format } = english
  return {
    ...english,
    format: {
      ...format,
      number: (value, digits) => `⟦${format.number(value, digits)}⟧`,
      percent: (value, digits) => `⟦${format.percent(value, digits)}⟧`,
      value: (value, unit) => `⟦${format.value(value, unit)}⟧`,
    },
  }
}

export const markedNumbers = (text: string) => [...text.matchAll(/⟦(.+?)⟧/g)].map(([, number = '']) => number)
