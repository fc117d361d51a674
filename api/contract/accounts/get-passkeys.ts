import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const getPasskeys = endpoint({
  id: 'get-passkeys',
  method: 'GET',
  path: '/api/passkeys',
  summary: 'The passkeys of whoever asks',
  editions: ['internal'],
  input: z.object({}),
  output: z.strictObject({
    passkeys: z.array(
      z.strictObject({
        id: z.string(),
        /** What the browser called itself when it was made. */
        agent: z.string(),
        madeAt: z.string(),
        usedAt: z.string().nullable(),
      }),
    ),
  }),
  formats: ['json'],
  refusals: ['sign-in-needed'],
})
