import type { z } from 'zod'
import { quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import type { PeriodForm } from './mapping.ts'
import { normaliseText } from './normalise-text.ts'

/** First and last day of what a report covers, ISO. */
export type Stretch = { start: string; end: string }

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, іv: 4 }
const frenchOrdinals: Record<string, number> = {
  premier: 1,
  '1er': 1,
  '1ere': 1,
  '1re': 1,
  deuxieme: 2,
  second: 2,
  '2e': 2,
  '2eme': 2,
  '2nd': 2,
  troisieme: 3,
  '3e': 3,
  '3eme': 3,
  quatrieme: 4,
  '4e': 4,
  '4eme': 4,
}
const arabicOrdinals: Record<string, number> = { الاول: 1, الثاني: 2, الثالث: 3, الرابع: 4 }

const quarter = (year: number, number: number): Stretch => ({
  start: quarterStart(`${year}-Q${number}`),
  end: quarterEnd(`${year}-Q${number}`),
})
const half = (year: number, number: number): Stretch => ({
  start: quarterStart(`${year}-Q${number * 2 - 1}`),
  end: quarterEnd(`${year}-Q${number * 2}`),
})
const numberOf = (text = '', words: Record<string, number> = {}) => words[text] ?? (Number(text) || 0)

type Reader = readonly [RegExp, (found: string[]) => Stretch | null]

const cumulativeMonths = (months: string | undefined, year: string | undefined) =>
  [3, 6, 9, 12].includes(Number(months)) ? quarter(Number(year), Number(months) / 3) : null

/** Texts are compared after `normaliseText`, so in lower case, without accents and with plain Arabic letters. */
const readers: Record<z.infer<typeof PeriodForm>, readonly Reader[]> = {
  'ru-quarter': [
    [
      /([1-4]|i{1,3}|iv)(?:-?(?:и|ыи|ои))? квартал[а-я]* (\d{4})/,
      ([, n, y]) => quarter(Number(y), numberOf(n, roman)),
    ],
    [/за (\d{1,2}) месяц[а-я]* (\d{4})/, ([, months, y]) => cumulativeMonths(months, y)],
  ],
  'kk-quarter': [
    [
      /(\d{4}) ж[а-я.ғ]* ([1-4]|[iі]{1,3}|[iі]v)(?:-?ші|-?шi)? токсан|(\d{4}) ж[а-я.ғ]* ([1-4]|[iі]{1,3}|[iі]v) тоқсан/,
      ([, y1, n1, y2, n2]) => quarter(Number(y1 ?? y2), numberOf(n1 ?? n2, roman)),
    ],
    [/(\d{4}) ж[а-я.ғ]* (\d{1,2}) аи/, ([, y, months]) => cumulativeMonths(months, y)],
  ],
  'ru-as-at': [
    [/(\d{2})\.(\d{2})\.(\d{4})/, ([, day, month, year]) => quarterEndedBefore(`${year}-${month}-${day}`)],
  ],
  'fr-quarter': [
    [/\bt ?([1-4]) (\d{4})/, ([, n, y]) => quarter(Number(y), Number(n))],
    [/(\S+) trimestre (?:de )?(\d{4})/, ([, n, y]) => quarter(Number(y), numberOf(n, frenchOrdinals))],
  ],
  'ar-quarter': [
    [
      /(?:الثلاثي|الربع) (\S+) (?:لسنه |من سنه |سنه |من )?(\d{4})/,
      ([, n, y]) => quarter(Number(y), numberOf(n, arabicOrdinals)),
    ],
  ],
  'en-fiscal-quarter': [
    [/q([1-4]) fy ?(\d{4})\/(\d{2,4})/, ([, n, y, next]) => fiscalQuarter(Number(n), Number(y), next ?? '')],
  ],
  'en-quarter': [[/q([1-4]) (\d{4})/, ([, n, y]) => quarter(Number(y), Number(n))]],
  year: [[/(?<!\d)(20\d{2})(?!\d)/, ([, y]) => ({ start: `${y}-01-01`, end: `${y}-12-31` })]],
  'half-year': [
    [/\b[sh]([12]) (\d{4})/, ([, n, y]) => half(Number(y), Number(n))],
    [
      /([12]|i{1,2})(?:-?(?:е|ое))? полугоди[а-я]* (\d{4})/,
      ([, n, y]) => half(Number(y), numberOf(n, roman)),
    ],
    [
      /(\d{4}) ж[а-я.ғ]* ([12]|[iі]{1,2}) жартыжылд[а-яықң]*/,
      ([, y, n]) => half(Number(y), numberOf(n, roman)),
    ],
    [/(\S+) semestre (?:de )?(\d{4})/, ([, n, y]) => half(Number(y), numberOf(n, frenchOrdinals))],
    [
      /(?:السداسي|السداسيه|النصف) (\S+) (?:لسنه |من سنه |سنه |من )?(\d{4})/,
      ([, n, y]) => half(Number(y), numberOf(n, arabicOrdinals)),
    ],
  ],
}

/** The stretch a text names in one form; null where it names none or one that does not exist. */
export function parsePeriod(text: string, form: z.infer<typeof PeriodForm>): Stretch | null {
  const plain = normaliseText(text).replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  for (const [pattern, read] of readers[form]) {
    const found = pattern.exec(plain)
    const stretch = found && read([...found])
    if (stretch && /^\d{4}-\d{2}-\d{2}$/.test(stretch.end)) return stretch
  }
  return null
}

/** "As at 1 July" is the situation at the end of 30 June; any other day names no quarter's end. */
function quarterEndedBefore(date: string): Stretch | null {
  const dayBefore = new Date(Date.parse(date) - 86_400_000)
  if (Number.isNaN(dayBefore.getTime())) return null
  const end = dayBefore.toISOString().slice(0, 10)
  const name = quarterOf(end)
  return quarterEnd(name) === end ? { start: quarterStart(name), end } : null
}

/** The year July to June; both years have to agree, so that `2020/22` is not guessed at. */
function fiscalQuarter(number: number, year: number, next: string): Stretch | null {
  if (Number(next) % 100 !== (year + 1) % 100) return null
  return number <= 2 ? quarter(year, number + 2) : quarter(year + 1, number - 2)
}
