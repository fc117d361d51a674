import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals } from './submission.ts'

export const takeSubmission = endpoint({
  id: 'take-submission',
  method: 'POST',
  path: '/api/submissions/take',
  summary: 'Takes a submission into review: from now on its sender cannot change it',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided,
  output: SubmissionLine,
  formats: ['json'],
  refusals: [...stepRefusals, 'own-submission'],
})
