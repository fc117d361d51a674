import type { Question } from '../../../indicators/model/question.ts'

type Doubt = Pick<Question, 'id' | 'kind' | 'value' | 'options' | 'suggestion'>

/** Collects what has to be asked about one file: one question for each doubt, however many cells it is about. */
export type Doubts = {
  questions: Question[]
  ask(doubt: Doubt, at: { sheet: string; ref: string }): void
}

export function askAbout(file: string): Doubts {
  const byId = new Map<string, Question>()
  const questions: Question[] = []
  return {
    questions,
    ask(doubt, { sheet, ref }) {
      const asked = byId.get(doubt.id)
      if (asked) {
        asked.cells += 1
        return
      }
      const question: Question = { ...doubt, at: { file, sheet, ref }, cells: 1 }
      byId.set(doubt.id, question)
      questions.push(question)
    },
  }
}
