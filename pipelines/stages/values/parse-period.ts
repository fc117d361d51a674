import type { z } from 'zod'
import { quarterEnd, quarterOf, quarterStart } from '../../../indicators/model/period.ts'
import type { PeriodForm } from '../map/mapping.ts'
import { normaliseText } from './normalise-text.ts'
import { easternToPlain } from './parse-number.ts'

/** First and last day of what a report covers, ISO. `cumulative`: the words say that it counts from 1 January. */
export type Stretch = { start: string; end: string; cumulative?: true }

/** Kazakh is typed with Latin and Cyrillic i alike. */
const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, іv: 4 }
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  premier: 1,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  первыи: 1,
  второи: 2,
  третии: 3,
  четвертыи: 4,
  первое: 1,
  второе: 2,
  الاول: 1,
  الثاني: 2,
  الثالث: 3,
  الرابع: 4,
  الاولي: 1,
  الثانيه: 2,
}
const russianMonths = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ')

/** `iii`, `3`, `3e`, `3-и`, `third` → 3; 0 for anything else. */
const numberOf = (word = '') => roman[word] ?? ordinals[word] ?? Number(/^(\d)\D*$/.exec(word)?.[1] ?? 0)

type Reader = readonly [pattern: RegExp, read: (found: Record<string, string>) => Stretch | null]

const byQuarter = ({ y, n }: Record<string, string>) => quarter(Number(y), numberOf(n))
const byHalf = ({ y, n }: Record<string, string>) => half(Number(y), numberOf(n))
const byMonths = ({ y, m }: Record<string, string>) => fromJanuary(Number(y), Number(m))

/** Texts are compared after `normaliseText`, so in lower case, without accents (й is и) and with plain Arabic letters. */
const readers: Record<z.infer<typeof PeriodForm>, readonly Reader[]> = {
  'ru-quarter': [
    [/(?<n>[\p{L}\d-]+) кв(?:артал\p{L}*)?\.? (?<y>\d{4})/u, byQuarter],
    [/(?<m>\d{1,2}) мес(?:яц\p{L}*)?\.? (?<y>\d{4})/u, byMonths],
  ],
  'kk-quarter': [
    [/(?<y>\d{4}) ж[\p{L}.]* (?<n>[\p{L}\d]+?)(?:-?ш[іi])?[ -]то[қк]сан/u, byQuarter],
    [/(?<n>[\p{L}\d]+?)(?:-?ш[іi])?[ -]то[қк]сан\p{L}*,? (?<y>\d{4})/u, byQuarter],
    [/(?<y>\d{4}) ж[\p{L}.]* (?<m>\d{1,2}) аи/u, byMonths],
  ],
  'ru-as-at': [
    [
      /(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/u,
      ({ y, m, d }) => quarterEndedBefore(Number(y), Number(m), Number(d)),
    ],
    [
      /(?<d>\d{1,2}) (?<m>\p{L}{2,}) (?<y>\d{4})/u,
      ({ y, m = '', d }) => quarterEndedBefore(Number(y), russianMonth(m), Number(d)),
    ],
  ],
  'fr-quarter': [
    [/\bt ?(?<n>\d)[ /-]?(?<y>\d{4})/u, byQuarter],
    [/(?<n>[\p{L}\d-]+) trimestre (?:de )?(?<y>\d{4})/u, byQuarter],
  ],
  'ar-quarter': [[/(?:الثلاثي|الربع) (?<n>[\p{L}\d-]+) (?:لسنه |من سنه |سنه |من )?(?<y>\d{4})/u, byQuarter]],
  'en-fiscal-quarter': [
    [
      /(?:q(?<n>\d)|(?<o>\w+) quarter),? (?:of )?fy ?(?<y>\d{4})\s?[/-]\s?(?<next>\d{2,4})(?!\d)/u,
      ({ n, o, y, next }) => fiscalQuarter(numberOf(n ?? o), Number(y), next ?? ''),
    ],
  ],
  'en-quarter': [
    [/\bq(?<n>\d)[ /-]?(?<y>\d{4})/u, byQuarter],
    [/(?<n>\w+) quarter,? (?:of )?(?<y>\d{4})/u, byQuarter],
  ],
  year: [
    [
      /(?<![\d/-]|\d\.)(?<y>20\d{2})(?![\d/-]|\.\d)/u,
      ({ y }) => ({ start: `${y}-01-01`, end: `${y}-12-31` }),
    ],
  ],
  'half-year': [
    [/\b[sh](?<n>\d) (?<y>\d{4})/u, byHalf],
    [/(?<n>[\p{L}\d-]+) полугоди\p{L}* (?<y>\d{4})/u, byHalf],
    [/(?<y>\d{4}) ж[\p{L}.]* (?<n>[\p{L}\d-]+) жартыжылд/u, byHalf],
    [/(?<n>[\p{L}\d-]+) semestre (?:de )?(?<y>\d{4})/u, byHalf],
    [/(?:السداسي|السداسيه|النصف) (?<n>[\p{L}\d-]+) (?:لسنه |من سنه |سنه |من )?(?<y>\d{4})/u, byHalf],
  ],
}

/**
 * The stretch a text names in one form.
 *
 * Shape   null where it names none, one that does not exist, or several: a period is never guessed
 */
export function parsePeriod(text: string, form: z.infer<typeof PeriodForm>): Stretch | null {
  const plain = easternToPlain(normaliseText(text))
  const found = readers[form].flatMap(([pattern, read]) =>
    [...plain.matchAll(new RegExp(pattern, 'gu'))].flatMap(({ groups }) => read({ ...groups }) ?? []),
  )
  const [first] = found
  return first && found.every(({ end }) => end === first.end) ? first : null
}

function quarter(year: number, number: number): Stretch | null {
  if (number < 1 || number > 4) return null
  const name = `${year}-Q${number}`
  return { start: quarterStart(name), end: quarterEnd(name) }
}

function half(year: number, number: number): Stretch | null {
  if (number !== 1 && number !== 2) return null
  return { start: quarterStart(`${year}-Q${number * 2 - 1}`), end: quarterEnd(`${year}-Q${number * 2}`) }
}

function fromJanuary(year: number, months: number): Stretch | null {
  const last = [3, 6, 9, 12].includes(months) ? quarter(year, months / 3) : null
  return last && { ...last, cumulative: true }
}

const russianMonth = (word: string) =>
  russianMonths.findIndex((stem) => /^[яаь]?$/.test(word.replace(stem, ''))) + 1

/** "As at 1 July" is the situation at the end of 30 June; any other day names no quarter's end. */
function quarterEndedBefore(year: number, month: number, day: number): Stretch | null {
  if (month < 1 || month > 12) return null
  const end = new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10)
  const name = quarterOf(end)
  return quarterEnd(name) === end ? { start: quarterStart(name), end } : null
}

/** The year July to June; both years have to agree, so that `2020/22` is not guessed at. */
function fiscalQuarter(number: number, year: number, next: string): Stretch | null {
  const following = next.length === 2 ? (year + 1) % 100 : year + 1
  if (Number(next) !== following || number < 1 || number > 4) return null
  return number <= 2 ? quarter(year, number + 2) : quarter(year + 1, number - 2)
}
