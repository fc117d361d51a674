import type { Question } from '../../../indicators/model/question.ts'
import { markMeanings, usualMeaning } from '../values/marks.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { decimalStyles, type StyleFound } from '../values/number-style.ts'
import { parseNumber } from '../values/parse-number.ts'

type Doubt = Pick<Question, 'id' | 'kind' | 'value' | 'options' | 'suggestion'>

/** What a mark in place of a number means. */
export function markDoubt(text: string): Doubt {
  const plain = normaliseText(text)
  const usual = usualMeaning(plain)
  return {
    id: `mark:${plain}`,
    kind: 'mark',
    value: text.trim(),
    options: markMeanings.map((answer) => ({ answer, params: {} })),
    suggestion: usual && { answer: usual, confidence: 0.7, reason: 'usual-meaning' },
  }
}

/** Which mark stands before decimals, with what the first doubtful number would be. */
export function decimalDoubt(text: string, likely: StyleFound['likely']): Doubt {
  return {
    id: 'decimal',
    kind: 'decimal',
    value: text.trim(),
    options: (['comma', 'point'] as const).map((answer) => ({
      answer,
      params: { reads: parseNumber(text, 'text', decimalStyles[answer]) ?? '–' },
    })),
    suggestion: likely && { answer: likely.mark, confidence: likely.confidence, reason: likely.reason },
  }
}
