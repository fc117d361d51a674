import { z } from 'zod'
import { endpoint, Pin } from './endpoint.ts'

export const getDataPackage = endpoint({
  id: 'get-data-package',
  method: 'GET',
  path: '/api/datapackage',
  summary:
    'All downloads with size and hash, and what the columns and states of values.csv mean, as a Data Package 2',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.looseObject({ $schema: z.string(), name: z.string(), resources: z.array(z.looseObject({})) }),
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
  resource: () => 'datapackage',
})
