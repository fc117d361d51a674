import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const getOpenapi = endpoint({
  id: 'get-openapi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This list as OpenAPI 3.1',
  editions: ['public', 'internal'],
  input: z.object({}),
  output: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
  formats: ['json'],
  refusals: [],
})
