import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals, Words } from './submission.ts'

export const withdrawSubmission = endpoint({
  id: 'withdraw-submission',
  method: 'POST',
  path: '/api/submissions/withdraw',
  summary: 'Takes a submission out of the way for good',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided.extend({ words: Words.default('') }),
  output: SubmissionLine,
  formats: ['json'],
  refusals: [...stepRefusals],
})
