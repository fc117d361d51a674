import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { SignedIn, signInRefusals } from './sign-in.ts'

export const giveCode = endpoint({
  id: 'give-code',
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Signs in with the six digits the authenticator shows; the first time, confirms it',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  output: SignedIn,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'code-wrong'],
})
