import { z } from 'zod'
import { Differences } from '../check-file.ts'
import { endpoint } from '../endpoint.ts'
import { AskedLanguage, SubmissionId } from './submission.ts'

export const compareVersions = endpoint({
  id: 'compare-versions',
  method: 'GET',
  path: '/api/submissions/:id/differences',
  summary: 'What one version says otherwise than another',
  editions: ['internal'],
  input: z.object({
    id: SubmissionId,
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1),
    lang: AskedLanguage,
  }),
  output: z.strictObject({ differences: Differences.nullable() }),
  formats: ['json'],
  refusals: [
    'input-invalid',
    'sign-in-needed',
    'not-permitted',
    'no-such-submission',
    'no-such-version',
    'raw-file-missing',
    'definitions-wrong',
  ],
})
