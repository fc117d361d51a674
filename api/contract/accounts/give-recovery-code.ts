import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { SignedIn, signInRefusals } from './sign-in.ts'

export const giveRecoveryCode = endpoint({
  id: 'give-recovery-code',
  method: 'POST',
  path: '/api/sign-in/recovery-code',
  summary: 'Signs in with a recovery code instead of the authenticator; each opens once',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ code: z.string().min(16).max(40) }),
  output: SignedIn,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'code-wrong'],
})
