import { speaksOf } from './plain-text.ts'
import { acts, bornCues } from './words/value-words.ts'

const weights = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
] as const

/** Runs of twelve digits, however they are spaced. A number cell loses the zero a birth year begins with. */
const twelveDigits = (text: string) =>
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

export const isLongNumber = (text: string) => /^\d{12}$/.test(text.replace(/[ \u00A0-]/g, ''))
export const isKazakh = (text: string) => twelveDigits(text).some(looksKazakh)
export const isCheckedKazakh = (text: string) => twelveDigits(text).some(hasKazakhCheckDigit)
export const isUgandan = (text: string) => /(?<![A-Z0-9])C[MF]\d{2}[A-Z0-9]{10}(?![A-Z0-9])/i.test(text)
/** Eight digits that begin with 0 or 1; a number cell has lost the 0. */
export const isTunisian = (text: string) => /^[01]\d{7}$/.test(text)
/** An amount does not begin with 0. */
export const isTunisianForSure = (text: string) => /^0\d{7}$/.test(text)

const FIRST_BIRTH = 1920
const LAST_BIRTH = 2012
const isBirthYear = (year: string | undefined) => Number(year) >= FIRST_BIRTH && Number(year) <= LAST_BIRTH

const month =
  '(?:jan|feb|fév|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|août|aout|sep|oct|nov|dec|déc|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|' +
  'окт|ноя|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел|جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|' +
  'ديسمبر|يناير|فبراير|أبريل|مايو|يونيو|يوليو|أغسطس)[\\p{L}.]*'
const wholeDates = [
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?<year>\d{4})(?!\d)/u,
  /(?<![\d/])(?<year>\d{4})[./-]\d{1,2}[./-]\d{1,2}(?![\d/])/u,
  new RegExp(`(?<!\\d)\\d{1,2}(?:er|-го)?[ .-]{1,2}${month}[ .,-]{1,2}(?<year>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(`${month} \\d{1,2},? (?<year>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(`(?<!\\d)(?<year>\\d{4}) ?(?:ж\\.?|жылғы|ж\\p{L}*)?,? \\d{1,2}[ -]${month}`, 'iu'),
]
const shortDate = /^\d{1,2}[./-]\d{1,2}[./-](?:[3-9]\d)$/

/** The longest a date with a place beside it is: "01.01.1980, г. Примерск". */
const LONGEST_DATE = 45
const speaksOfBirth = speaksOf(bornCues)

/** Whether a whole date in the years in which someone alive and of age was born stands in a text. */
export const holdsBirthDate = (text: string) =>
  /\d{2}/.test(text) && wholeDates.some((pattern) => isBirthYear(pattern.exec(text)?.groups?.year))

const anyShortDate = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-][3-9]\d(?!\d)/
export const holdsShortBirthDate = (text: string) => anyShortDate.test(text)

/** A cell that is a birth date and little else; no report is about those years. */
export const isBirthDate = (text: string) =>
  text.length <= LONGEST_DATE &&
  (shortDate.test(text) ||
    (startsWithDate(text) && holdsBirthDate(text)) ||
    (/(?<!\d)(?:19|20)\d{2}/.test(text) && text.length < 20 && speaksOfBirth(text)))

const startsWithDate = (text: string) => /^(?:n[ée]e?(?:\(e\))? le )?\p{L}*\.? ?\d/u.test(text)

/** In a sentence: words of birth and a date or year beside them. */
export const tellsBirth = (text: string) =>
  /(?:19|20)\d{2}|\d[./-]\d{2}(?!\d)/.test(text) &&
  speaksOfBirth(text) &&
  (holdsBirthDate(text) || holdsShortBirthDate(text) || holdsBirthYear(text))

const holdsBirthYear = (text: string) =>
  [...text.matchAll(/(?<!\d)(\d{4})(?!\d)/g)].some(([, year]) => isBirthYear(year))

const speaksOfActs = speaksOf(acts)
const numbered = /(?:n[°o]|№|nr|no\.?|عدد|رقم|#)/.source
const caseWord =
  /(?:дел[оа]|іс|л\/д|affaire|dossier|écrou|matricule|case|crb|crim|criminal case|القضية|قضية|ملف|إيداع)/
    .source
const namedCase = new RegExp(`(?<!\\p{L})${caseWord}\\s*${numbered}?\\s*\\d[\\d/-]{2,}`, 'iu')
const caseNumbers = [
  /^(?:(?:n[°o]|№|no\.?|عدد)\s*)?(?:\d{1,2}-)?(?!(?:19|20)\d{2}\/)(?:\d{3,6}|1[3-9]|[2-9]\d)\/(?:19|20)\d{2}$/iu,
  /^(?:№\s*)?(?=.*(?:\p{L}|№))(?=.*\d{3})[\p{Lu}\d]+(?:[-/][\p{Lu}\d]+){3,}/u,
]

/** `2021-10-01/P3M`, `2021-10-01/2021-12-31`: how messages in codes write a period. */
const isoPeriod = /^\d{4}-\d{2}-\d{2}\/(?:P\d+[DWMY]|\d{4}-\d{2}-\d{2})$/

/** The number of a case, a prisoner's file or an admission, where it says so. */
export const isNamedCase = (text: string) =>
  text.length < 60 && /\d{2}/.test(text) && namedCase.test(text) && !speaksOfActs(text)

/** Such a number as courts and registries write it. */
export const isCaseNumber = (text: string) =>
  text.length < 60 &&
  /\d{2}/.test(text) &&
  !isoPeriod.test(text) &&
  caseNumbers.some((pattern) => pattern.test(text)) &&
  !speaksOfActs(text)
