import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Decided, SubmissionLine, stepRefusals, Words } from './submission.ts'

export const approveSubmission = endpoint({
  id: 'approve-submission',
  method: 'POST',
  path: '/api/submissions/approve',
  summary: 'Approves a version: what it says counts from now on, and is in the next release',
  editions: ['internal'],
  input: z.object({}),
  sends: Decided.extend({
    words: Words.default('').describe(
      'Why, where it passes over a warning, a suspicious value or a removal.',
    ),
  }),
  output: SubmissionLine,
  formats: ['json'],
  refusals: [
    ...stepRefusals,
    'prove-again',
    'own-submission',
    'reason-needed',
    'submission-outdated',
    'raw-file-missing',
  ],
})
