import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Account } from './account.ts'
import { Invited } from './invited.ts'

export const getPeople = endpoint({
  id: 'get-people',
  method: 'GET',
  path: '/api/people',
  summary: 'Accounts and open invitations',
  editions: ['internal'],
  input: z.object({}),
  output: z.strictObject({
    accounts: z.array(Account.extend({ madeAt: z.string(), disabledAt: z.string().nullable() })),
    invitations: z.array(
      Invited.extend({
        id: z.string(),
        invitedBy: z.string().nullable(),
        madeAt: z.string(),
        expiresAt: z.string(),
      }),
    ),
  }),
  formats: ['json'],
  refusals: ['sign-in-needed', 'not-permitted'],
})
