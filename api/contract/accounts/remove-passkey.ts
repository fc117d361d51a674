import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { signInRefusals } from './sign-in.ts'

export const removePasskey = endpoint({
  id: 'remove-passkey',
  method: 'POST',
  path: '/api/passkeys/remove',
  summary: 'Signs nobody in with one of a person’s own passkeys any more',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ id: z.string().max(2000) }),
  output: z.strictObject({ done: z.literal(true) }),
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'prove-again', 'no-such-passkey', 'last-way-in'],
})
