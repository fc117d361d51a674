import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PasskeyOptions } from './passkey.ts'
import { signInRefusals } from './sign-in.ts'

export const askForPasskey = endpoint({
  id: 'ask-for-passkey',
  method: 'POST',
  path: '/api/sign-in/passkey/begin',
  summary: 'What a browser needs to ask its device for a passkey; the same for everybody',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({}),
  output: PasskeyOptions,
  formats: ['json'],
  refusals: signInRefusals,
})
