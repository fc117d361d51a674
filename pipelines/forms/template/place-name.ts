import type { Place } from '../../../indicators/model/place.ts'
import type { Language } from '../../../indicators/model/text.ts'

const scripts: Partial<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
}

/** The spelling of the register in the language's letters, where it has one; French forms use the country's own words. */
export function placeName({ name, aliases }: Place, language: Language): string {
  const script = scripts[language]
  if (script) return aliases.find((alias) => script.test(alias)) ?? name
  return language === 'fr' ? (aliases.find((alias) => /^\p{Script=Latin}/u.test(alias)) ?? name) : name
}
