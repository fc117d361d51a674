import { IndicatorView } from '../../indicators/model/released.ts'
import { endpoint, IndicatorId, Pin } from './endpoint.ts'

export const getIndicator = endpoint({
  id: 'get-indicator',
  method: 'GET',
  path: '/api/indicators/:id',
  summary: 'Everything the release says of one indicator',
  editions: ['public', 'internal'],
  input: Pin.extend({ id: IndicatorId }),
  output: IndicatorView,
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-indicator', 'no-such-release', 'nothing-published'],
  resource: ({ id }) => `indicators/${id}`,
})
