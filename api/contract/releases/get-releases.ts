import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Somebody } from '../submissions/submission.ts'

export const KeptRelease = z.strictObject({
  id: z.string(),
  /** Whether it is the one readers see. */
  current: z.boolean(),
  dataAsOf: z.string(),
  publishedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  reason: z.string().nullable(),
  notes: z.string(),
  /** Null where the command line published. */
  by: Somebody.nullable(),
})

export const getReleases = endpoint({
  id: 'get-releases',
  method: 'GET',
  path: '/api/releases',
  summary: 'Every release there was, newest first, and how much is approved and not in one yet',
  editions: ['internal'],
  input: z.object({}),
  output: z.strictObject({
    releases: z.array(KeptRelease),
    /** Approved submissions that are in no release yet. */
    waiting: z.int(),
  }),
  formats: ['json'],
  refusals: ['sign-in-needed', 'not-permitted'],
})
