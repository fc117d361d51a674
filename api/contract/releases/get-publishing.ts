import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Preview } from './preview.ts'

/**
 * How far the making of a release has come; `problem` is the code of what stood in its way. `unproven` names, without
 * values, the numbers because of which nothing new is shown of what they hang together with.
 */
export const Publishing = z.strictObject({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  /** What is made, or was last: a release, or only what it would be. */
  task: z.enum(['publish', 'preview']).nullable(),
  step: z.strictObject({ doing: z.string(), done: z.int(), of: z.int() }).nullable(),
  published: z
    .strictObject({
      id: z.string(),
      quarter: z.string(),
      changed: z.boolean(),
      unproven: z.array(z.string()),
    })
    .nullable(),
  previewed: Preview.nullable(),
  problem: z.string().nullable(),
})
export type Publishing = z.infer<typeof Publishing>

export const getPublishing = endpoint({
  id: 'get-publishing',
  method: 'GET',
  path: '/api/releases/publishing',
  summary: 'How far the making of a release has come',
  editions: ['internal'],
  input: z.object({}),
  output: Publishing,
  formats: ['json'],
  refusals: ['sign-in-needed', 'not-permitted'],
})
