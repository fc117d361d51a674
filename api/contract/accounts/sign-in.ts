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

/** What is still missing: what a person has besides the password, or a second factor to be set up. */
export const Next = z.enum(['code', 'passkey', 'second-factor'])
export type Next = z.infer<typeof Next>

export const HalfSignedIn = z.strictObject({ next: Next })

export const SignedIn = z.strictObject({
  account: Account,
  /** For the day the authenticator is lost; told once, with the first code of an authenticator or the first passkey. */
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
