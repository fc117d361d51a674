import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { UsedPasskey } from './passkey.ts'
import { SignedIn, signInRefusals } from './sign-in.ts'

export const signInByPasskey = endpoint({
  id: 'sign-in-by-passkey',
  method: 'POST',
  path: '/api/sign-in/passkey',
  summary: 'Signs in with a passkey, which needs neither address nor password',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ used: UsedPasskey }),
  output: SignedIn,
  formats: ['json'],
  refusals: [...signInRefusals, 'passkey-wrong'],
})
