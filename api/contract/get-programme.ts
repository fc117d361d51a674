import { ProgrammeView } from '../../indicators/model/released.ts'
import { endpoint, Pin } from './endpoint.ts'

export const getProgramme = endpoint({
  id: 'get-programme',
  method: 'GET',
  path: '/api/programme',
  summary: 'The logframe with latest values and standings, reporting record and updates',
  editions: ['public', 'internal'],
  input: Pin,
  output: ProgrammeView,
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
  resource: () => 'programme',
})
