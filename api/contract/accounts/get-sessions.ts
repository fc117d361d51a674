import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Account } from './account.ts'

export const getSessions = endpoint({
  id: 'get-sessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Who is signed in here, and where else',
  editions: ['internal'],
  input: z.object({}),
  output: z.strictObject({
    account: Account,
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        /** The one this is asked in. */
        own: z.boolean(),
        agent: z.string(),
        madeAt: z.string(),
        seenAt: z.string(),
      }),
    ),
  }),
  formats: ['json'],
  refusals: ['sign-in-needed'],
})
