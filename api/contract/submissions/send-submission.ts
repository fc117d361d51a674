import { z } from 'zod'
import { checkFile } from '../check-file.ts'
import { endpoint } from '../endpoint.ts'
import { SubmissionLine, stepRefusals, Words } from './submission.ts'

const MEBIBYTE = 1024 ** 2

export const sendSubmission = endpoint({
  id: 'send-submission',
  method: 'POST',
  path: '/api/submissions/send',
  summary:
    'Sends a file to be reviewed; answered when it is safely kept. The next version of what is on its way',
  editions: ['internal'],
  body: {
    type: 'application/octet-stream',
    maxBytes: 100 * MEBIBYTE,
    description: 'The file as it is, as it was checked.',
  },
  input: checkFile.input.extend({
    remark: Words.default('').describe('What its sender says about it, or why there is a newer version.'),
    removes: z
      .enum(['yes', 'no'])
      .default('no')
      .describe('yes: values that count now and are not in the file are to go.'),
    draft: z.enum(['yes', 'no']).default('no').describe('yes: kept, and sent later.'),
  }),
  repeated: ['answer'],
  output: SubmissionLine,
  formats: ['json'],
  refusals: [
    ...stepRefusals,
    'file-about-persons',
    'file-has-errors',
    'file-has-questions',
    'file-removes-values',
    'file-known',
    'file-other-country',
    'checking-busy',
    'definitions-wrong',
    'slice-missing',
  ],
})
