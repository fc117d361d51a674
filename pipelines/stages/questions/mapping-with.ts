import type { Answers } from '../../../indicators/model/question.ts'
import {
  type ColumnMapping,
  type Mapping,
  type Meaning,
  PeriodForm,
  type TableMapping,
} from '../map/mapping.ts'
import { type MarkMeaning, markMeanings } from '../values/marks.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { countings } from './counting-doubt.ts'

/**
 * A description with what a person answered about a file read with it, so that the next file is not asked about.
 *
 * Shape   the same mapping where no answer is about it; answers that are none of a question's are left out
 */
export function mappingWith(mapping: Mapping, answers: Answers): Mapping {
  let result = mapping
  for (const [id, answer] of Object.entries(answers)) {
    const [kind, subject] = id.split(/:(.*)/s)
    if (kind === 'mark' && subject !== undefined) result = withMark(result, subject, answer)
    if (id === 'decimal') result = withDecimal(result, answer)
    if (id === 'date-order' && (answer === 'dmy' || answer === 'mdy')) result = { ...result, dates: answer }
    if (kind === 'counted-from' && subject !== undefined) result = withCounting(result, subject, answer)
    if (kind === 'period' && subject !== undefined) result = withPeriod(result, subject, answer)
  }
  return result
}

function withMark(mapping: Mapping, mark: string, answer: string): Mapping {
  const meaning = markMeanings.find((known) => known === answer)
  if (!meaning) return mapping
  const others = Object.entries(mapping.marks).filter(
    ([written]) => normaliseText(written) !== normaliseText(mark),
  )
  const marks: Record<string, MarkMeaning> = { ...Object.fromEntries(others), [mark]: meaning }
  return { ...mapping, marks }
}

function withDecimal(mapping: Mapping, answer: string): Mapping {
  if (answer === 'comma') return { ...mapping, numbers: { decimal: ',', groups: ['.'] } }
  if (answer === 'point') return { ...mapping, numbers: { decimal: '.', groups: [','] } }
  return mapping
}

/** Whether a description's header, with its spellings, is the one asked about as `id`. */
const isCalled = (pattern: readonly string[], id: string) => {
  const wanted = id.split('|')
  return (
    pattern.length === wanted.length &&
    pattern.every((spellings, index) =>
      spellings.split(' | ').some((spelling) => normaliseText(spelling) === wanted[index]),
    )
  )
}

function withCounting(mapping: Mapping, id: string, answer: string): Mapping {
  const deliveredAs = countings.find((known) => known === answer)
  if (!deliveredAs) return mapping
  const column = (one: ColumnMapping) => (isCalled(one.header, id) ? { ...one, deliveredAs } : one)
  const label = ([text, meaning]: [string, Meaning]): [string, Meaning] =>
    isCalled([text], id) ? [text, { ...meaning, deliveredAs }] : [text, meaning]
  const table = (one: TableMapping): TableMapping => ({
    ...one,
    columns: one.columns.map(column),
    ...(one.measure
      ? {
          measure: {
            ...one.measure,
            labels: Object.fromEntries(Object.entries(one.measure.labels).map(label)),
          },
        }
      : {}),
  })
  return { ...mapping, tables: mapping.tables.map(table) }
}

function withPeriod(mapping: Mapping, from: string, answer: string): Mapping {
  const form = PeriodForm.safeParse(answer)
  if (!form.success) return mapping
  return {
    ...mapping,
    tables: mapping.tables.map((table) =>
      table.period.form === from ? { ...table, period: { ...table.period, form: form.data } } : table,
    ),
  }
}
