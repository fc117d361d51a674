import { Cell } from '../../indicators/model/breakdown.ts'
import { Explanation } from '../../indicators/model/explanation.ts'
import { Quarter } from '../../indicators/model/period.ts'
import { PlaceCode } from '../../indicators/model/place.ts'
import { endpoint, IndicatorId, Pin } from './endpoint.ts'

export const getExplanation = endpoint({
  id: 'get-explanation',
  method: 'GET',
  path: '/api/indicators/:id/explanation/:place/:quarter',
  summary:
    'One figure taken apart: definition, inputs, what was left out, each step, and in the internal edition every cell',
  editions: ['public', 'internal'],
  input: Pin.extend({
    id: IndicatorId,
    place: PlaceCode,
    quarter: Quarter,
    cell: Cell.optional().describe('A breakdown cell such as `sex=female`; the total unless given.'),
  }),
  output: Explanation,
  formats: ['json'],
  refusals: [
    'input-invalid',
    'no-such-indicator',
    'no-such-place',
    'no-such-quarter',
    'no-such-breakdown',
    'no-such-release',
    'nothing-published',
  ],
})
