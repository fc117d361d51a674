import { Quarter } from '../../indicators/model/period.ts'
import { LineageView } from '../../indicators/model/released.ts'
import { endpoint, IndicatorId, Pin } from './endpoint.ts'

export const getLineage = endpoint({
  id: 'get-lineage',
  method: 'GET',
  path: '/api/indicators/:id/lineage/:quarter',
  summary: 'The delivered values behind one indicator, with file, sheet and cell',
  editions: ['internal'],
  input: Pin.extend({ id: IndicatorId, quarter: Quarter }),
  output: LineageView,
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-lineage', 'no-such-release', 'nothing-published'],
})
