import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Question } from '../../../indicators/model/question.ts'
import { type Language, localise, Text } from '../../../indicators/model/text.ts'

const Kind = z.strictObject({ question: Text, answers: z.record(z.string(), Text) })

/** Every question, its answers and the reasons for a suggestion, from `questions.yaml`. */
export const questionCatalogue = z
  .strictObject({
    kinds: z.record(Question.shape.kind, Kind),
    reasons: z.record(z.string(), Text),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'questions.yaml'), 'utf8')))

/**
 * A question, each of its answers and the reason for the likely one, in the reader's language. `meaning` tells what an
 * answer that is no fixed word stands for.
 */
export function questionTexts(
  { kind, value, cells, options, suggestion }: Question,
  language: Language,
  meaning: (answer: string) => string = (answer) => answer,
) {
  const { question, answers } = questionCatalogue.kinds[kind]
  const told = (text: Text | undefined, fields: Record<string, string | number>) =>
    text ? filled(localise(text, language).text, fields) : ''
  return {
    question: told(question, { value, cells }),
    answers: options.map(({ answer, params }) =>
      told(answers[answer] ?? answers.other, { value, answer: meaning(answer), ...params }),
    ),
    reason: suggestion ? told(questionCatalogue.reasons[suggestion.reason], {}) : '',
  }
}

const filled = (text: string, fields: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
