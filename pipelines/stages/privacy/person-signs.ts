import { withoutMarks } from '../values/normalise-text.ts'
import { easternToPlain } from '../values/parse-number.ts'

/** What a cell can give away of a person, and in how many cells of one column it takes to be no chance. */
export type CellSign = { kind: 'identity' | 'birth' | 'name'; enough: number; shows(text: string): boolean }

const MANY = 3
const weights = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
] as const

const initials = /^\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.?)?$/u
const initialsFirst = /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{Ll}'’-]+$/u
const patronymic = /^\p{L}+ \p{L}+ \p{L}+(?:вич|вна|ична|ұлы|қызы|улы|кызы)$/iu
const son = /^\p{L}+(?: \p{L}+)* (?:بن|بنت|ولد) \p{L}+/u
const sonLatin = /^\p{L}+(?: \p{L}+)? (?:ben|bent|bin|bint|ould) \p{L}+/iu

const isFullName = (text: string) =>
  text.length < 80 &&
  [initials, initialsFirst, patronymic, son, sonLatin].some((pattern) => pattern.test(text))

export const cellSigns: readonly CellSign[] = [
  { kind: 'identity', enough: 1, shows: (text) => digitsIn(text).some(hasKazakhCheckDigit) },
  { kind: 'identity', enough: MANY, shows: (text) => digitsIn(text).some(looksKazakh) },
  {
    kind: 'identity',
    enough: 1,
    shows: (text) => /(?<![A-Z0-9])C[MF]\d{2}[A-Z0-9]{10}(?![A-Z0-9])/i.test(text),
  },
  { kind: 'identity', enough: MANY, shows: (text) => /^[01]\d{7}$/.test(text) },
  { kind: 'birth', enough: MANY, shows: isBirthDate },
  { kind: 'name', enough: MANY, shows: isFullName },
]

/** Texts are looked at as a person would: without direction marks, with plain digits. */
export const plainOf = (text: string) => easternToPlain(withoutMarks(text)).trim()

/** Runs of twelve digits, however they are spaced. A number cell loses the zero a birth year begins with. */
const digitsIn = (text: string) =>
  /^\d{10,11}$/.test(text)
    ? [text.padStart(12, '0')]
    : (text.replace(/(?<=\d)[ \u00A0-](?=\d)/g, '').match(/(?<!\d)\d{12}(?!\d)/g) ?? [])

/** A birth date, a digit for century and sex, a serial number and a check digit. */
function looksKazakh(digits: string): boolean {
  const [, month, day] = (/^\d{2}(\d{2})(\d{2})[0-6]\d{5}$/.exec(digits) ?? []).map(Number)
  return month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function hasKazakhCheckDigit(digits: string): boolean {
  const sums = weights.map(
    (row) => row.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11,
  )
  const check = sums.find((sum) => sum < 10)
  return looksKazakh(digits) && check === Number(digits[11])
}

/** A whole date in the years in which someone alive and of age was born: no report is about those. */
function isBirthDate(text: string): boolean {
  const found = /^(?:\d{1,2}[./-]\d{1,2}[./-](\d{4})|(\d{4})-\d{2}-\d{2})(?:\D.*)?$/.exec(text)
  const year = Number(found?.[1] ?? found?.[2] ?? 0)
  return year >= 1900 && year <= 2012
}

/** Two to four words of letters, as a person's name has them in any of the scripts; a place's has them too. */
export const mayBeName = (text: string) => /^\p{L}[\p{L}'’.-]*(\s+\p{L}[\p{L}'’.-]*){1,3}$/u.test(text)
