import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { inChargeRefusals } from './sign-in.ts'
import { Done } from './sign-out.ts'

export const revokeInvitation = endpoint({
  id: 'revoke-invitation',
  method: 'POST',
  path: '/api/invitations/revoke',
  summary: 'Takes an invitation back that nobody has accepted yet',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ id: z.string().min(1).max(40) }),
  output: Done,
  formats: ['json'],
  refusals: [...inChargeRefusals, 'invitation-over'],
})
