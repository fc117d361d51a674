import { addAttempt, attemptsSince, clearAttempts, forgetAttempts } from '../../store/accounts/attempts.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { before } from './lifetimes.ts'
import { hashOf } from './secrets.ts'

const WINDOW = 15 * 60_000

/** Tries of a kind within a quarter of an hour, by what they are counted for. */
const limits = { password: 10, address: 100, code: 5 } as const
type Kind = keyof typeof limits

const subjectOf = (kind: Kind, of: string) => `${kind}:${hashOf(of.toLowerCase())}`

/**
 * Counts a try before it is made: whoever sends many at once gets no more than the limit.
 *
 * Errors  `too-many-tries`, saying after how many minutes the oldest counts no longer
 */
export function countTry({ state, now }: Context, kind: Kind, of: string) {
  const subject = subjectOf(kind, of)
  const at = now()
  const within = state.together(() => {
    forgetAttempts(state, before(at, WINDOW))
    const fits = attemptsSince(state, subject, before(at, WINDOW)) < limits[kind]
    if (fits) addAttempt(state, subject, at.toISOString())
    return fits
  })
  if (!within) throw new Problem('too-many-tries', { minutes: WINDOW / 60_000 })
}

/** A right answer makes the wrong ones before it a slip. */
export const forgiveTries = ({ state }: Context, kind: Kind, of: string) =>
  clearAttempts(state, subjectOf(kind, of))
