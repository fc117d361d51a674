import { type Language, languages } from '../../indicators/model/text.ts'

/** The languages refusals are told in, and the first part of every page's address. */
export const answerLanguages: readonly Language[] = languages
export type AnswerLanguage = Language

export const isAnswerLanguage = (text: string): text is AnswerLanguage =>
  (answerLanguages as readonly string[]).includes(text)
