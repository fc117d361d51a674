import { z } from 'zod'
import { endpoint, Pin } from './endpoint.ts'

export const getIati = endpoint({
  id: 'get-iati',
  method: 'GET',
  path: '/api/iati',
  summary: 'The results as an IATI 2.03 activity, with parts as dimensions and countries as locations',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.string(),
  formats: ['xml'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
  resource: () => 'iati',
})
