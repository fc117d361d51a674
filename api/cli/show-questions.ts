import type { CheckedFile } from '../contract/check-file.ts'

type Asked = CheckedFile['questions'][number]

/** Questions as lines: what is asked and where it first stands, then each answer as it is given. */
export function showQuestions(questions: readonly Asked[]): string[] {
  return questions.flatMap(({ id, sheet, cell, question, answers, suggestion }) => [
    `  ask     ${[sheet, cell].filter((part) => part !== '').join('!')}  ${question}`,
    ...answers.map(({ answer, text }) => {
      const likely = suggestion?.answer === answer ? ` (${suggestion.reason})` : ''
      return `            --answer ${quoted(`${id}=${answer}`)}  ${text}${likely}`
    }),
  ])
}

/** As it can be typed into a shell. */
const quoted = (word: string) => (/^[\w=:.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
