import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Invited } from './invited.ts'
import { inChargeRefusals } from './sign-in.ts'

export const invitePerson = endpoint({
  id: 'invite-person',
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invites a person to one role, and a focal point to one country',
  editions: ['internal'],
  input: z.object({}),
  sends: Invited.refine(({ role, country }) => (role === 'focal_point') === (country !== null), {
    message: 'A focal point needs a country, and nobody else has one.',
    path: ['country'],
  }),
  output: z.strictObject({ token: z.string(), expiresAt: z.string() }),
  formats: ['json'],
  refusals: [...inChargeRefusals, 'account-exists'],
})
