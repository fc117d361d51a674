import { answersOf, SentAnswer } from '../contract/check-file.ts'
import { countryNamed } from '../services/check-file.ts'
import { type AnswerLanguage, answerLanguages } from '../services/languages.ts'
import { Problem } from '../services/problem.ts'
import { oneOf } from './command.ts'

export const languageOption = (text: string, command: string): AnswerLanguage =>
  oneOf(answerLanguages, text, 'a language', command)

export function countryOption(text: string | undefined, command: string) {
  if (text === undefined) return {}
  const country = countryNamed(text)
  if (country) return { country }
  throw new Problem('option-wrong', { reason: `"${text}" is not a country: give KAZ, TUN or UGA.`, command })
}

/** A day as `2021-07-20`, today unless said. */
export function dayOption(text: string | undefined, today: Date, command: string): string {
  if (text === undefined) return today.toISOString().slice(0, 10)
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text
  throw new Problem('option-wrong', { reason: `"${text}" is not a day: write it as 2021-07-20.`, command })
}

export function neededCountry(text: string | undefined, command: string) {
  const { country } = countryOption(text ?? '', command)
  if (country) return country
  throw new Problem('option-wrong', { reason: 'Name a country: KAZ, TUN or UGA.', command })
}

/** A quarter as `2021-Q2`. */
export function quarterOption(text: string | undefined, command: string): string {
  if (text !== undefined && /^\d{4}-Q[1-4]$/.test(text)) return text
  throw new Problem('option-wrong', {
    reason: `"${text ?? ''}" is not a quarter: write it as 2021-Q2.`,
    command,
  })
}

/** Answers as they are sent: `QUESTION=ANSWER`. */
export function answersOption(words: readonly string[], command: string): Record<string, string> {
  const wrong = words.find((word) => !SentAnswer.safeParse(word).success)
  if (wrong === undefined) return answersOf(words)
  throw new Problem('option-wrong', {
    reason: `"${wrong}" is no answer: write it as it is shown under the question.`,
    command,
  })
}
