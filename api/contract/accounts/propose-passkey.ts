import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PasskeyOptions } from './passkey.ts'
import { signInRefusals } from './sign-in.ts'

export const proposePasskey = endpoint({
  id: 'propose-passkey',
  method: 'POST',
  path: '/api/passkeys/propose',
  summary: 'What a browser needs to make a passkey on its device',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({}),
  output: PasskeyOptions,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'prove-again'],
})
