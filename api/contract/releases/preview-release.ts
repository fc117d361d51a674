import { z } from 'zod'
import { inChargeRefusals } from '../accounts/sign-in.ts'
import { endpoint } from '../endpoint.ts'
import { Publishing } from './get-publishing.ts'

export const previewRelease = endpoint({
  id: 'preview-release',
  method: 'POST',
  path: '/api/releases/preview',
  summary: 'Begins to make a release of everything approved, to look at and not to publish',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({}),
  output: Publishing,
  formats: ['json'],
  refusals: [...inChargeRefusals, 'publishing-already'],
})
