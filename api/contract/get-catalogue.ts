import { z } from 'zod'
import { endpoint, Pin } from './endpoint.ts'

export const getCatalogue = endpoint({
  id: 'get-catalogue',
  method: 'GET',
  path: '/api/catalogue',
  summary: 'The release as data portals list it: a dataset of DCAT-AP 3 in JSON-LD',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.string(),
  formats: ['jsonld'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
  resource: () => 'catalogue',
})
