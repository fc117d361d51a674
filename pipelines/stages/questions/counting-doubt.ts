import type { Question } from '../../../indicators/model/question.ts'
import { normaliseText } from '../values/normalise-text.ts'

type Doubt = Pick<Question, 'id' | 'kind' | 'value' | 'options' | 'suggestion'>

export const countings = ['period', 'year_to_date', 'as_of_date'] as const

/** The name by which a column or a row is asked about. */
export const headerId = (texts: readonly string[]) => texts.map(normaliseText).join('|')

/** From when a column or a row counts whose words say "since January" where its description says nothing. */
export const countingDoubt = (texts: readonly string[]): Doubt => ({
  id: `counted-from:${headerId(texts)}`,
  kind: 'counted-from',
  value: texts.join(' / '),
  options: countings.map((answer) => ({ answer, params: {} })),
  suggestion: { answer: 'year_to_date', confidence: 0.9, reason: 'header-words' },
})
