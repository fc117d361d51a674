import { z } from 'zod'
import { Edition } from '../../indicators/model/released.ts'
import { endpoint } from './endpoint.ts'

export const getHealth = endpoint({
  id: 'get-health',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the server answers and has a release to show',
  editions: ['public', 'internal'],
  input: z.object({}),
  output: z.strictObject({
    status: z.enum(['ready', 'nothing-published']),
    edition: Edition,
    release: z.string().nullable(),
  }),
  formats: ['json'],
  refusals: [],
})
