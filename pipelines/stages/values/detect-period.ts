import type { z } from 'zod'
import type { Country } from '../../../indicators/model/place.ts'
import type { PeriodForm } from '../map/mapping.ts'
import { normaliseText } from './normalise-text.ts'
import { type DateOrder, mentionsPeriod, parsePeriod, type Stretch } from './parse-period.ts'

type Form = z.infer<typeof PeriodForm>

/** A stretch a text can name, and the form by which it does. */
export type DetectedPeriod = { form: Form; stretch: Stretch }

/** The plainest way of saying a period first; what is found in one group hides the groups behind it. */
const inWords: readonly Form[] = [
  'ru-quarter',
  'kk-quarter',
  'fr-quarter',
  'ar-quarter',
  'en-fiscal-quarter',
  'en-quarter',
  'en-fiscal-by-start',
  'en-fiscal-by-end',
  'half-year',
  'months',
]
const groups: readonly (readonly Form[])[] = [
  inWords,
  ['ru-as-at', 'last-day', 'first-day'],
  ['day'],
  ['month'],
  ['year', 'fiscal-year'],
]
const asAtWords =
  /(?:по состоянию|(?<!\p{L})на \d|жагдаи|жағдаи|as (?:at|of|on)|au \d|a la date du|الي غايه|بتاريخ)/u
/** Countries whose statistical offices also count years from July. */
const fiscal: readonly Country[] = ['UGA']
const fiscalForms: readonly Form[] = ['en-fiscal-by-start', 'en-fiscal-by-end']

/**
 * What a text can mean as a period where nobody has said yet in which form it is written.
 *
 * Shape   each stretch once, with the first form that gives it; one is certain, several have to be asked about
 */
export function detectPeriod(text: string, country: Country, order: DateOrder = 'dmy'): DetectedPeriod[] {
  const says = saysAsAt(text)
  for (const forms of groups) {
    const found: DetectedPeriod[] = []
    for (const form of forms) {
      if (form === 'first-day' && says) continue
      if (fiscalForms.includes(form) && !fiscal.includes(country)) continue
      const stretch = parsePeriod(text, form, order)
      if (stretch && !found.some((other) => isSame(other.stretch, stretch))) found.push({ form, stretch })
    }
    if (found.length > 0 || (forms === inWords && forms.some((form) => mentionsPeriod(text, form))))
      return found
  }
  return []
}

const ofDays: readonly Form[] = ['ru-as-at', 'last-day', 'first-day', 'day']

/** Whether a reading can be the period of a title, where a day alone is the day of an order or a signature. */
export const mayTitle = ({ form }: DetectedPeriod, text: string) => !ofDays.includes(form) || saysAsAt(text)

/** Whether a text speaks of the situation on a day. */
export const saysAsAt = (text: string) => asAtWords.test(normaliseText(text))

const isSame = (a: Stretch, b: Stretch) =>
  a.start === b.start && a.end === b.end && a.cumulative === b.cumulative

/** The days two readings of a date such as 05/03/2021 can mean; null where it is the same quarter either way. */
export function dateOrders(text: string, form: Form): Record<DateOrder, Stretch> | null {
  const [dmy, mdy] = [parsePeriod(text, form, 'dmy'), parsePeriod(text, form, 'mdy')]
  return dmy && mdy && dmy.end !== mdy.end ? { dmy, mdy } : null
}
