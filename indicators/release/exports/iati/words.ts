import type { z } from 'zod'
import type { OwnWindow } from '../../../model/indicator.ts'
import { type Language, languages, type Text } from '../../../model/text.ts'
import { element, type Node, text } from '../xml.ts'

/** One narrative per language there are words in; wording that is still to be confirmed (°) is left out. */
export const narratives = (words: Text): Node[] =>
  languages.flatMap((language: Language) => {
    const said = words[language]
    if (said === undefined || said.includes('°')) return []
    return element('narrative', language === 'en' ? {} : { 'xml:lang': language }, text(said))
  })

/** What readers of other systems must know before they add figures. */
export const windowSentences: Record<z.infer<typeof OwnWindow>, string> = {
  quarter: 'Each value is of its quarter.',
  half_year: 'Each value is of its half-year.',
  four_quarters:
    'Each value is of four quarters up to its date; values of dates less than a year apart overlap.',
  since_start:
    'Each value is the running total since the start; values of different dates must not be added.',
}

export const sexWords: Record<string, string> = { female: 'women', male: 'men', unknown: 'sex not stated' }
