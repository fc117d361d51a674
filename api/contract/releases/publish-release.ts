import { z } from 'zod'
import { inChargeRefusals } from '../accounts/sign-in.ts'
import { endpoint } from '../endpoint.ts'
import { Words } from '../submissions/submission.ts'
import { Publishing } from './get-publishing.ts'

export const publishRelease = endpoint({
  id: 'publish-release',
  method: 'POST',
  path: '/api/releases/publish',
  summary: 'Begins to make a release of everything approved; readers see it when it is whole',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ notes: Words.default('').describe('What readers are told about it.') }),
  output: Publishing,
  formats: ['json'],
  refusals: [...inChargeRefusals, 'publishing-already'],
})
