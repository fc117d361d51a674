import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { Answers, Question } from '../../../indicators/model/question.ts'
import { periodDoubt } from '../questions/period-doubts.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { type Counting, countedAs } from './counted-as.ts'
import type { Lexicon } from './lexicon.ts'
import type { SuggestedTable } from './suggest-table.ts'
import { isValue, type Suggested } from './suggested.ts'
import { answerOf, useOf } from './use.ts'

/** Whether all that is sure is right; asked once where the layout is new. */
export const ALL_COLUMNS = 'columns'
/** Whether events are counted from 1 January or for the period alone, where no word says so. */
export const COUNTED_FROM = 'counted-from'

/** Whether a question of this name is about how the file is laid out, not about single values. */
export const asksAboutLayout = (id: string) =>
  id === ALL_COLUMNS || id === COUNTED_FROM || /^(?:column|row|sheet):/.test(id)

/** `column:Сводка|прибыло|всего`: the same for the same header in the next file. A column without one has its letters. */
export const questionId = ({ axis, sheet, texts, ref }: Suggested) =>
  [
    `${axis}:${sheet}`,
    ...(texts.length > 0 ? texts.map(normaliseText) : [`#${ref.replace(/\d+$/, '')}`]),
  ].join('|')

/** What was answered about a column or label takes the place of what was suggested. */
export function answered(
  suggested: readonly Suggested[],
  answers: Answers,
  { elements }: Lexicon,
): Suggested[] {
  return suggested.map((one) => {
    const answer = answers[questionId(one)]
    const use = answer === undefined ? null : useOf(answer, elements)
    return use ? { ...one, use, confidence: 1, sure: true, reason: 'answered' as const } : one
  })
}

export type Asking = {
  file: string
  answers: Answers
  /** Whether all tables are as they were last time. */
  known: boolean
  unread: readonly string[]
  counting: Omit<Counting, 'period'>
  lexicon: Lexicon
}

/** All that is left to ask about a file: at most one question where every header is understood. */
export function questionsFor(tables: readonly SuggestedTable[], asking: Asking): Question[] {
  const { file, answers, known, unread } = asking
  const suggested = tables.flatMap((table) => table.suggested)
  const doubtful = suggested.filter(({ sure }) => !sure)
  const sure = suggested.filter((one) => one.sure)
  const reviewed = answers[ALL_COLUMNS] === 'review' ? sure.filter((one) => one.reason !== 'answered') : []
  const questions = [...doubtful, ...reviewed].map((one) => questionAbout(one, file))
  const [first] = sure
  if (!known && first && answers[ALL_COLUMNS] === undefined)
    questions.unshift(
      question(
        ALL_COLUMNS,
        first,
        file,
        ['accept', 'review'],
        { answer: 'accept', confidence: 0.9, reason: 'alias' },
        sure.length,
      ),
    )
  const events = answers[COUNTED_FROM] === undefined ? uncounted(tables, asking) : []
  if (events[0])
    questions.push(
      question(
        COUNTED_FROM,
        events[0],
        file,
        ['period', 'year_to_date'],
        { answer: 'year_to_date', confidence: 0.6, reason: 'usual-here' },
        events.length,
      ),
    )
  questions.push(...periodQuestions(tables, asking))
  for (const sheet of unread.filter((name) => answers[`sheet:${name}`] !== 'ignore'))
    questions.push({
      ...question(`sheet:${sheet}`, { sheet, ref: 'A1', texts: [sheet] }, file, ['ignore', 'other'], null),
    })
  return questions
}

/** Which of several periods the titles, or a column of them, mean. */
function periodQuestions(tables: readonly SuggestedTable[], { file, answers }: Asking): Question[] {
  const questions = tables.flatMap(({ sheet, suggested, period, columnPeriod, last, asBefore }) => {
    const inColumn = suggested.some(({ use, sure }) => sure && use?.use === 'period')
    const written = inColumn ? columnPeriod : period
    const [first, second] = written?.readings ?? []
    if (!written || !first || !second || (last && (asBefore || inColumn))) return []
    const doubt = periodDoubt(written.text, first.form, written.readings)
    return [{ ...doubt, at: { file, sheet: sheet.name, ref: written.ref }, cells: 1 }]
  })
  const isFirst = ({ id }: Question, index: number) =>
    questions.findIndex((one) => one.id === id) === index && answers[id] === undefined
  return questions.filter(isFirst)
}

/** Counts of events of which neither words nor the title say from when. */
function uncounted(tables: readonly SuggestedTable[], { lexicon, counting }: Asking): Suggested[] {
  return tables.flatMap(({ suggested, period, last }) =>
    suggested.filter(({ use, sure, reason }) => {
      const element = sure && isValue(use) && use.element ? lexicon.elements.get(use.element) : null
      if (!element || !isValue(use) || (last && reason === 'last-time')) return false
      return countedAs(element, use.deliveredAs, { ...counting, period }) === null
    }),
  )
}

/** An answer may be one of the offered uses, any other written the same way, or that the column is left out. */
function questionAbout(one: Suggested, file: string): Question {
  const offered = one.options.filter((use) => use.use !== 'ignore').slice(0, 4)
  const answers = [...offered.map(answerOf), 'ignore', 'other']
  const likely = one.use && { answer: answerOf(one.use), confidence: one.confidence, reason: one.reason }
  return question(questionId(one), one, file, answers, likely, one.cells)
}

type At = Pick<Suggested, 'sheet' | 'ref' | 'texts'> & { axis?: Suggested['axis'] }

function question(
  id: string,
  { axis, sheet, ref, texts }: At,
  file: string,
  answers: readonly string[],
  suggestion: Question['suggestion'],
  cells = 1,
): Question {
  return {
    id,
    kind: kindOf(id, axis),
    at: { file, sheet, ref },
    cells: Math.max(1, cells),
    value: texts.join(' / '),
    options: answers.map((answer) => ({ answer, params: { title: answer } })),
    suggestion,
  }
}

function kindOf(id: string, axis: Suggested['axis'] | undefined): Question['kind'] {
  if (id === ALL_COLUMNS) return 'layout'
  if (id === COUNTED_FROM) return 'events'
  return axis ?? 'sheet'
}

/** The answer to how events are counted, where it is one. */
export const countedAnswer = (answers: Answers): DeliveredAs | null => {
  const answer = answers[COUNTED_FROM]
  return answer === 'period' || answer === 'year_to_date' ? answer : null
}
