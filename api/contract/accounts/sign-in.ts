import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Account } from './account.ts'

export const signInRefusals = [
  'input-invalid',
  'origin-not-allowed',
  'body-type-wrong',
  'body-too-large',
  'too-many-tries',
] as const

export const inChargeRefusals = [...signInRefusals, 'sign-in-needed', 'not-permitted', 'prove-again'] as const

/** What is still missing: a code, or a second factor to get codes from. */
export const HalfSignedIn = z.strictObject({ next: z.enum(['code', 'second-factor']) })

export const SignedIn = z.strictObject({
  account: Account,
  /** For the day the authenticator is lost; told once, with the first code of a second factor. */
  recoveryCodes: z.array(z.string()).nullable(),
})

export const signIn = endpoint({
  id: 'sign-in',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Starts to sign in with e-mail address and password; the second factor comes next',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1000) }),
  output: HalfSignedIn,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-wrong', 'sign-in-busy'],
})
