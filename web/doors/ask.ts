import type { z } from 'zod'
import type { Endpoint } from '../../api/contract/endpoint.ts'
import type { ProblemBody } from '../../api/contract/problem.ts'
import { type DoorWords, pageOf } from './words.ts'

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
export async function ask<Of extends Endpoint>(
  words: DoorWords,
  path: Of['path'],
  sent?: z.input<NonNullable<Of['sends']>>,
): Promise<Answer<z.output<Of['output']>>> {
  const headers = { accept: 'application/json', 'accept-language': words.language }
  try {
    const response = await fetch(
      path,
      sent === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(sent),
          },
    )
    const body = await response.json()
    return response.ok ? { said: body } : { refused: refusalOf(body) }
  } catch {
    return { refused: { code: '', detail: words.says.failed, field: undefined } }
  }
}

function refusalOf({ type, detail, errors }: ProblemBody): Refusal {
  const code = type.split('/').at(-1) ?? ''
  return { code, detail, field: errors[0]?.path || fields[code] }
}

/** Where a person shows again who they are, and comes back from to this page. */
export const signInHref = (words: DoorWords) =>
  `${pageOf(words, 'sign-in')}?back=${encodeURIComponent(pageOf(words, words.door))}`
