import type { Country } from '../../indicators/model/place.ts'
import type { Answers, Question } from '../../indicators/model/question.ts'
import type { Language } from '../../indicators/model/text.ts'
import { Mapping } from '../../pipelines/stages/map/mapping.ts'
import { ALL_COLUMNS } from '../../pipelines/stages/suggest/ask.ts'
import { type SuggestedFile, suggestFile } from '../../pipelines/stages/suggest/suggest-file.ts'
import { suggestionTeller, type ToldSuggestion } from '../../pipelines/stages/suggest/tell-suggestion.ts'
import { useOf } from '../../pipelines/stages/suggest/use.ts'
import type { ToldFinding, ToldQuestion } from '../contract/check-file.ts'
import { readSent } from './check-file.ts'
import type { Context } from './context.ts'
import { type Definitions, loadDefinitions } from './definitions.ts'
import { type Learned, mappingText, nextVersion, type Settled, saveLearned } from './learned-mappings.ts'
import { Problem } from './problem.ts'
import { tellFinding } from './tell-finding.ts'
import { questionTeller } from './tell-question.ts'

export type MappedFile = {
  file: string
  country: Country
  known: SuggestedFile['known']
  suggested: ToldSuggestion[]
  questions: ToldQuestion[]
  findings: ToldFinding[]
  /** The description as a file to edit; null where nothing is understood. */
  draft: { id: string; version: number; text: string } | null
  /** Where it was kept. */
  learned: Learned | null
}

export type MapWish = Settled & {
  country: Country
  language: Language
  /** `3=PP_ADM`, or with the question's id in place of its number. */
  answers: readonly string[]
  /** That all that was suggested is right. */
  accept: boolean
  /** The report it is, where it takes the place of a known one or is to have a name of its own. */
  as: string | null
}

/**
 * Suggests how a file is to be read, takes answers, and with every question answered keeps the description.
 *
 * Errors  `file-missing`, `definitions-wrong`, `file-about-persons`, `option-wrong` for an answer to nothing
 */
export async function mapFile(context: Context, path: string, wish: MapWish): Promise<MappedFile> {
  const { country, language, accept } = wish
  const definitions = loadDefinitions(context.paths.mappings)
  const { sources } = definitions
  const sent = await readSent(path, country)
  const suggest = (answers: Answers) => suggestFile({ ...sent, country, sources, answers })
  const unanswered = await suggest({})
  if (unanswered.refused) throw new Problem('file-about-persons', { file: sent.name })
  const answers = answersFrom(wish.answers, unanswered.suggestion?.questions ?? [], definitions)
  const found = await suggest({ ...answers, ...(accept ? { [ALL_COLUMNS]: 'accept' } : {}) })
  const { known } = found
  const suggestion = found.suggestion && { ...found.suggestion, draft: named(found.suggestion.draft, wish) }
  const teller = suggestionTeller(sources.elements, language)
  const settled = suggestion?.draft && suggestion.questions.length === 0 ? suggestion.draft : null
  const isNew = known === null || (unanswered.suggestion?.questions.length ?? 0) > 0
  const wanted = isNew && (accept || answers[ALL_COLUMNS] === 'accept' || wish.answers.length > 0)
  const learned = settled && wanted ? await saveLearned(context, sources, settled, wish) : null
  return {
    file: sent.name,
    country,
    known,
    suggested: suggestion?.suggested.map(teller.suggestion) ?? [],
    questions: suggestion?.questions.map(questionTeller(sources.elements, language).question) ?? [],
    findings: found.findings.map((one) => tellFinding(one, language, definitions)),
    draft: suggestion?.draft ? draftOf(suggestion.draft, context, definitions, wish) : null,
    learned,
  }
}

function named(draft: Draft | null, { as, country }: MapWish): Draft | null {
  if (as === null || draft === null) return draft
  const id = Mapping.shape.id.safeParse(as)
  if (!id.success || !as.startsWith(`${country}-`))
    throw wrong(`"${as}" is no name for a report: write ${country}- and small letters.`)
  return { ...draft, id: id.data }
}

const useIn =
  ({ sources }: Definitions) =>
  (answer: string) =>
    useOf(answer, sources.elements)

type Draft = Mapping

function draftOf(
  draft: Draft,
  { now }: Context,
  { sources }: Definitions,
  { by, why }: Settled,
): MappedFile['draft'] {
  const next = nextVersion(draft, sources, { by, why, at: now().toISOString() })
  return { id: next.id, version: next.version, text: mappingText(next) }
}

/** Answers by question id. A question is named by its id, or by its number among those asked first. */
function answersFrom(
  given: readonly string[],
  questions: readonly Question[],
  definitions: Definitions,
): Answers {
  return Object.fromEntries(
    given.map((text) => {
      const number = /^(\d+)=/.exec(text)?.[1]
      const question = number
        ? questions[Number(number) - 1]
        : questions.find(({ id }) => text.startsWith(`${id}=`))
      if (!question) throw wrong(`"${text}" answers no question of this file.`)
      const answer = text.slice((number ?? question.id).length + 1)
      const offered = question.options.some((option) => option.answer === answer && answer !== 'other')
      const isUse = question.kind === 'column' || question.kind === 'row'
      if (!offered && !(isUse && question.id !== ALL_COLUMNS && useIn(definitions)(answer)))
        throw wrong(`"${answer}" is no answer to question ${number ?? question.id}.`)
      return [question.id, answer]
    }),
  )
}

const wrong = (reason: string) => new Problem('option-wrong', { reason, command: 'map' })
