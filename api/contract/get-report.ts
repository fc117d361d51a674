import { z } from 'zod'
import { Language } from '../../indicators/model/text.ts'
import { endpoint, Pin } from './endpoint.ts'
import { ReportQuery } from './report.ts'

export const getReport = endpoint({
  id: 'get-report',
  method: 'GET',
  path: '/api/report',
  summary: 'A progress report begun in Word, every figure from the release',
  editions: ['public', 'internal'],
  input: Pin.extend({
    lang: Language.default('en').describe('The language of the report.'),
    ...ReportQuery.shape,
  }),
  output: z.string(),
  formats: ['docx'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published', 'no-such-period', 'reports-busy'],
})
