import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals } from './submission.ts'

export const submitSubmission = endpoint({
  id: 'submit-submission',
  method: 'POST',
  path: '/api/submissions/submit',
  summary: 'Sends a draft as it is',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided,
  output: SubmissionLine,
  formats: ['json'],
  refusals: [...stepRefusals, 'file-has-errors', 'file-has-questions'],
})
