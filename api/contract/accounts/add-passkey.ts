import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { MadePasskey } from './passkey.ts'
import { SignedIn, signInRefusals } from './sign-in.ts'

export const addPasskey = endpoint({
  id: 'add-passkey',
  method: 'POST',
  path: '/api/passkeys/add',
  summary: 'Keeps a passkey a device has made; the first one opens the whole session',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ made: MadePasskey }),
  output: SignedIn,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'prove-again', 'passkey-wrong'],
})
