import type { Question } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import { questionTexts } from '../../pipelines/stages/questions/questions.ts'
import type { ToldQuestion } from '../contract/check-file.ts'

/** A question as a person reads it, with its answers. */
export function tellQuestion(asked: Question, language: Language): ToldQuestion {
  const { id, kind, at, cells, value, options, suggestion } = asked
  const { question, answers, reason } = questionTexts(asked, language)
  return {
    id,
    kind,
    sheet: at.sheet,
    cell: at.ref,
    cells,
    value,
    question,
    answers: options.map(({ answer }, index) => ({ answer, text: answers[index] ?? '' })),
    suggestion: suggestion && { ...suggestion, reason },
  }
}
