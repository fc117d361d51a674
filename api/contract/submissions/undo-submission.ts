import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals } from './submission.ts'

export const undoSubmission = endpoint({
  id: 'undo-submission',
  method: 'POST',
  path: '/api/submissions/undo',
  summary: 'Makes a sent submission a draft again, within seven days and until a review begins',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided,
  output: SubmissionLine,
  formats: ['json'],
  refusals: [...stepRefusals, 'undo-over'],
})
