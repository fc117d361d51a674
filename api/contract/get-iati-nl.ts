import { z } from 'zod'
import { endpoint, Pin } from './endpoint.ts'

export const getIatiNl = endpoint({
  id: 'get-iati-nl',
  method: 'GET',
  path: '/api/iati-nl',
  summary: 'The results as the Netherlands read IATI: one indicator per sex, bare numbers',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.string(),
  formats: ['xml'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
  resource: () => 'iati-nl',
})
