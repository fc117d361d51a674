import { allAccounts } from '../../store/accounts/accounts.ts'
import { addLetter, lastToldTo, markSent, markTried, waitingLetters } from '../../store/mail.ts'
import { hashOf, newId } from '../accounts/secrets.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import type { PostOffice } from './post-office.ts'
import { waitingFor } from './waiting-for.ts'
import { writeLetter } from './write-letter.ts'

/** `failures` says why letters are left, by what the server of the post calls it; never to whom they were. */
export type Posted = { written: number; sent: number; left: number; failures: string[] }

/** A letter that could not be sent so often will not be. */
const MOST_TRIES = 10

/**
 * Writes a letter to everybody for whom something new waits, at most one a day, and sends all that are not sent yet.
 * A letter is on record before it is sent: it may come twice, and is never forgotten. Invented people get none.
 */
export async function sendMail(
  context: Context,
  definitions: Definitions,
  office: PostOffice,
): Promise<Posted> {
  const written = writeLetters(context, definitions, office)
  let sent = 0
  const failures = new Set<string>()
  const waiting = waitingLetters(context.state, MOST_TRIES)
  for (const { id, email: to, subject, text } of waiting) {
    try {
      await office.send({ id, to, subject, text })
      markSent(context.state, id, context.now().toISOString())
      sent += 1
    } catch (error) {
      failures.add(codeOf(error))
      markTried(context.state, id)
    }
  }
  return { written, sent, left: waiting.length - sent, failures: [...failures].sort() }
}

/** The words of a refusal can hold an address, its code and number cannot. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code ?? 'unknown', ...(responseCode === undefined ? [] : [responseCode])].join(' ')
}

function writeLetters(context: Context, definitions: Definitions, { address }: PostOffice): number {
  const { state, now } = context
  const at = now().toISOString()
  const people = allAccounts(state).filter(({ demonstration, disabledAt }) => !demonstration && !disabledAt)
  return people.filter((account) => {
    const waiting = waitingFor(context, account, definitions)
    if (waiting.length === 0) return false
    const about = hashOf(JSON.stringify(waiting.map(({ kind, country, stage }) => [kind, country, stage])))
    if (lastToldTo(state, account.id)?.about === about) return false
    const letter = { id: newId(), account: account.id, day: at.slice(0, 10), about }
    return addLetter(state, { ...letter, ...writeLetter(account, waiting, address) }, at)
  }).length
}
