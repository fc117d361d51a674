import { type Language, localise } from '../../indicators/model/text.ts'
import type { Places } from './problems/entry.ts'
import { explainingProblems } from './problems/explaining.ts'
import { openidProblems } from './problems/openid.ts'
import { passkeyProblems } from './problems/passkeys.ts'
import { readingProblems } from './problems/reading.ts'
import { runningProblems } from './problems/running.ts'
import { sendingProblems } from './problems/sending.ts'
import { signingInProblems } from './problems/signing-in.ts'
import { submittingProblems } from './problems/submitting.ts'

const catalogue = {
  ...readingProblems,
  ...explainingProblems,
  ...sendingProblems,
  ...signingInProblems,
  ...passkeyProblems,
  ...openidProblems,
  ...submittingProblems,
  ...runningProblems,
}
type Catalogue = typeof catalogue

export type ProblemCode = keyof Catalogue
type Params<Code extends ProblemCode> = Record<Places<Catalogue[Code]['detail']['en']>, string | number>
type WrongInput = { path: string; message: string }

export const problemCodes = Object.keys(catalogue) as ProblemCode[]

/** An expected refusal, written for the person who can do something about it. Anything else thrown is a bug. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code
  readonly params: Record<string, string | number>
  readonly errors: readonly WrongInput[]
  constructor(code: Code, params: Params<Code>, errors: readonly WrongInput[] = []) {
    super(fill(catalogue[code].detail.en, params))
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.errors = errors
  }
  get status() {
    return catalogue[this.code].status
  }
  get exit() {
    return catalogue[this.code].exit
  }
}

/** A problem that another process of ours has met. */
export const retold = ({
  code,
  params,
  errors = [],
}: Pick<Problem, 'code' | 'params'> & Partial<Pick<Problem, 'errors'>>) =>
  new Problem(code, params as Params<ProblemCode>, errors)

/** Title and detail of a problem in the language asked for, or in English where that is missing. */
export function tellProblem({ code, params }: Problem, language: Language) {
  const { title, detail } = catalogue[code]
  const localised = localise(detail, language)
  return {
    title: localise(title, language).text,
    detail: fill(localised.text, params),
    language: localised.language,
  }
}

const fill = (text: string, params: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? name))
