import { z } from 'zod'
import { CellUse } from '../../indicators/model/explanation.ts'
import { endpoint, Pin } from './endpoint.ts'

export const getCell = endpoint({
  id: 'get-cell',
  method: 'GET',
  path: '/api/cells',
  summary: 'What one cell of a file was read as, and every figure it feeds',
  editions: ['internal'],
  input: Pin.extend({
    file: z.string().min(1).max(300).describe('The name of a file, or the first digits of its hash.'),
    sheet: z.string().max(100).optional().describe('Needed where several sheets have the cell.'),
    ref: z
      .string()
      .regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
      .describe('A cell in A1 form: `C7`.'),
  }),
  output: CellUse,
  formats: ['json'],
  refusals: [
    'input-invalid',
    'no-such-file',
    'no-such-cell',
    'sheet-needed',
    'no-such-release',
    'nothing-published',
  ],
})
