import type { Place } from '../../../indicators/model/place.ts'
import type { Language } from '../../../indicators/model/text.ts'

const letters: Partial<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /^(?!.*[әғқңөұүһі]).*\p{Script=Cyrillic}/iu,
  kk: /[әғқңөұүһі]/iu,
}

/** The shortest spelling of the register in the language's letters; its own name where there is none. */
export function placeName({ name, aliases }: Place, language: Language): string {
  const wanted = letters[language]
  const fitting = wanted ? aliases.filter((alias) => wanted.test(alias)) : []
  const [shortest = name] = fitting.sort((a, b) => a.length - b.length)
  return language === 'fr' ? (aliases.find((alias) => /^\p{Script=Latin}/u.test(alias)) ?? name) : shortest
}
