import { WindowsView } from '../../indicators/model/windows-view.ts'
import { endpoint, IndicatorId, Pin } from './endpoint.ts'

export const getWindows = endpoint({
  id: 'get-windows',
  method: 'GET',
  path: '/api/indicators/:id/windows',
  summary:
    'One indicator by quarter, half-year, year, four quarters, fiscal year, since the start and in the extension',
  editions: ['internal'],
  input: Pin.extend({ id: IndicatorId }),
  output: WindowsView,
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-indicator', 'no-such-release', 'nothing-published'],
  resource: ({ id }) => `windows/${id}`,
})
