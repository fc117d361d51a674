import type { MappedFile } from '../services/map-file.ts'

const HEADER = 46
const SAMPLES = 24

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** A line for each column and label: where, its header, sample values, what it is read as, how sure, why. */
export function showSuggestions(suggested: MappedFile['suggested']): string[] {
  const sheets = [...new Set(suggested.map(({ sheet }) => sheet))]
  return sheets.flatMap((sheet) => [
    ...(sheet === '' ? [] : [sheet]),
    ...suggested
      .filter((one) => one.sheet === sheet)
      .map(({ ref, header, samples, use, confidence, sure, reason }) =>
        [
          `  ${sure ? ' ' : '?'} ${ref.padEnd(5)}`,
          short(header, HEADER).padEnd(HEADER),
          short(samples.join('; '), SAMPLES).padEnd(SAMPLES),
          `→ ${use}`,
          `${Math.round(confidence * 100)} % ${reason}`,
        ].join('  '),
      ),
  ])
}

/** Each question with its number and the answers it takes; the likely one is marked. */
export const showQuestions = (questions: MappedFile['questions']): string[] =>
  questions.flatMap(({ question, answers, suggestion }, index) => [
    `${index + 1}. ${question}`,
    ...answers.map(
      ({ answer, text }) => `   ${answer === suggestion?.answer ? '›' : ' '} ${answer}  ${text}`,
    ),
  ])
