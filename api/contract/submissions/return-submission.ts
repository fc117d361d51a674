import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals, Words } from './submission.ts'

export const returnSubmission = endpoint({
  id: 'return-submission',
  method: 'POST',
  path: '/api/submissions/return',
  summary: 'Returns a submission with a question, so that its sender can send a newer version',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided.extend({ words: Words.min(1).describe('The question.') }),
  output: SubmissionLine,
  formats: ['json'],
  refusals: [...stepRefusals, 'own-submission'],
})
