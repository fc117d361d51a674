import type { Language } from '../../indicators/model/text.ts'
import { type Translate, translator } from './catalogue.ts'
import { type Format, makeFormat } from './format.ts'
import { type Direction, locales } from './locales.ts'

/** Everything a page needs to speak one language. */
export interface Locale {
  language: Language
  direction: Direction
  t: Translate
  format: Format
}

const made = new Map<Language, Locale>()

export function localeOf(language: Language): Locale {
  const found = made.get(language)
  if (found !== undefined) return found
  const t = translator(language)
  const locale = { language, direction: locales[language].direction, t, format: makeFormat(language, t) }
  made.set(language, locale)
  return locale
}
