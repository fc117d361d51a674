import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { inChargeRefusals } from './sign-in.ts'
import { Done } from './sign-out.ts'

export const disableAccount = endpoint({
  id: 'disable-account',
  method: 'POST',
  path: '/api/people/disable',
  summary: 'Nobody signs in with the account any more, and its sessions end at once',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ id: z.string().min(1).max(40) }),
  output: Done,
  formats: ['json'],
  refusals: [...inChargeRefusals, 'no-such-account'],
})
