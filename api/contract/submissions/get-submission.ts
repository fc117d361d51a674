import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { AskedLanguage, SubmissionDetail, SubmissionId } from './submission.ts'

export const getSubmission = endpoint({
  id: 'get-submission',
  method: 'GET',
  path: '/api/submissions/:id',
  summary: 'One submission: its versions, what was found, what it changes, what was said and done',
  editions: ['internal'],
  input: z.object({ id: SubmissionId, lang: AskedLanguage }),
  output: SubmissionDetail,
  formats: ['json'],
  refusals: ['input-invalid', 'sign-in-needed', 'not-permitted', 'no-such-submission', 'definitions-wrong'],
})
