import type { DataElement } from '../../indicators/model/data-element.ts'
import type { Question } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import { questionTexts } from '../../pipelines/stages/questions/questions.ts'
import type { Suggested } from '../../pipelines/stages/suggest/suggested.ts'
import { suggestionTeller } from '../../pipelines/stages/suggest/tell-suggestion.ts'
import { useOf } from '../../pipelines/stages/suggest/use.ts'
import type { ToldQuestion, ToldReading } from '../contract/check-file.ts'

/** Tells questions with their answers, and what columns and rows are taken for, as a person reads them. */
export function questionTeller(elements: ReadonlyMap<string, DataElement>, language: Language) {
  const { useWords } = suggestionTeller(elements, language)
  const meaning = (answer: string) => {
    const use = useOf(answer, elements)
    return use ? useWords(use) : answer
  }
  return {
    question(asked: Question): ToldQuestion {
      const { id, kind, at, cells, value, options, suggestion } = asked
      const { question, answers, reason } = questionTexts(asked, language, meaning)
      return {
        id,
        kind,
        sheet: at.sheet,
        cell: at.ref,
        cells,
        value,
        question,
        // “other” says that any meaning can be named: it is no answer itself.
        answers: options.flatMap(({ answer }, index) =>
          answer === 'other' ? [] : [{ answer, text: answers[index] ?? '' }],
        ),
        suggestion: suggestion && { ...suggestion, reason },
      }
    },
    reading: ({ sheet, ref, texts, samples, use, sure }: Suggested): ToldReading => ({
      sheet,
      cell: ref,
      header: texts.join(' / '),
      samples,
      meaning: useWords(use),
      sure,
    }),
  }
}
