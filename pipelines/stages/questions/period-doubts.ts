import type { Question } from '../../../indicators/model/question.ts'
import type { DetectedPeriod } from '../values/detect-period.ts'
import type { DateOrder, Stretch } from '../values/parse-period.ts'

type Doubt = Pick<Question, 'id' | 'kind' | 'value' | 'options' | 'suggestion'>

/** Which period a text means that its description does not know in this form. The answer is a form. */
export const periodDoubt = (text: string, form: string, found: readonly DetectedPeriod[]): Doubt => ({
  id: `period:${form}`,
  kind: 'period',
  value: text.trim(),
  options: found.map((one) => ({
    answer: one.form,
    params: { start: one.stretch.start, end: one.stretch.end },
  })),
  suggestion: null,
})

/** Whether the day or the month comes first. */
export const dateDoubt = (text: string, { dmy, mdy }: Record<DateOrder, Stretch>): Doubt => ({
  id: 'date-order',
  kind: 'date-order',
  value: text.trim(),
  options: [
    { answer: 'dmy', params: { start: dmy.start, end: dmy.end } },
    { answer: 'mdy', params: { start: mdy.start, end: mdy.end } },
  ],
  suggestion: null,
})
