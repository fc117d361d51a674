import { z } from 'zod'
import { signInRefusals } from '../accounts/sign-in.ts'
import { endpoint } from '../endpoint.ts'
import { SubmissionComment, SubmissionId, Words } from './submission.ts'

export const commentOnSubmission = endpoint({
  id: 'comment-on-submission',
  method: 'POST',
  path: '/api/submissions/comment',
  summary: 'Says something about a version, or about one cell of it',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({
    id: SubmissionId,
    version: z.int().min(1),
    sheet: z.string().max(100).default(''),
    cell: z.string().max(20).default(''),
    words: Words.min(1),
  }),
  output: SubmissionComment,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'not-permitted', 'no-such-submission', 'no-such-version'],
})
