import type { z } from 'zod'
import type { Endpoint } from '../../api/contract/endpoint.ts'
import type { ProblemBody } from '../../api/contract/problem.ts'
import type { Language } from '../../indicators/model/text.ts'

/** What whoever asks has to say for itself, in the page's language. */
export interface AskWords {
  language: Language
  says: { again: string; failed: string }
}

/** A refusal as its person reads it, and the field it is about where it names one. */
export interface Refusal {
  code: string
  detail: string
  field: string | undefined
}

export type Answer<Said> = { said: Said; refused?: never } | { refused: Refusal; said?: never }

const fields: Record<string, string> = {
  'sign-in-wrong': 'password',
  'password-short': 'password',
  'password-long': 'password',
  'password-guessable': 'password',
  'account-exists': 'email',
  'code-wrong': 'code',
}

/** Asks an endpoint; what it refuses comes back in the page's language. `sent` goes out as JSON. */
export const ask = <Of extends Endpoint>(
  words: AskWords,
  path: Of['path'],
  sent?: z.input<NonNullable<Of['sends']>>,
): Promise<Answer<z.output<Of['output']>>> =>
  answered<Of>(
    words,
    path,
    sent === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) },
  )

/** The same of any request; where nothing comes back, that is a refusal too. */
export async function answered<Of extends Endpoint>(
  { language, says }: AskWords,
  path: Of['path'],
  request: RequestInit & { headers?: Record<string, string> },
): Promise<Answer<z.output<Of['output']>>> {
  const headers = { accept: 'application/json', 'accept-language': language, ...request.headers }
  try {
    const response = await fetch(path, { ...request, headers })
    const body = await response.json()
    return response.ok ? { said: body } : { refused: refusalOf(body) }
  } catch {
    return { refused: { code: '', detail: says.failed, field: undefined } }
  }
}

function refusalOf({ type, detail, errors }: ProblemBody): Refusal {
  const code = type.split('/').at(-1) ?? ''
  return { code, detail, field: errors[0]?.path || fields[code] }
}

/** Where a person shows again who they are, and comes back from to this page. */
export const signInHref = ({ language }: Pick<AskWords, 'language'>) =>
  `/${language}/sign-in?back=${encodeURIComponent(location.pathname)}`
