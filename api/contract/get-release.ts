import { z } from 'zod'
import { ReleaseLabel } from '../../indicators/model/released.ts'
import { endpoint, Pin } from './endpoint.ts'

export const getRelease = endpoint({
  id: 'get-release',
  method: 'GET',
  path: '/api/release',
  summary: 'Which release is shown, since when, and what it holds',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.strictObject({
    release: ReleaseLabel,
    publishedAt: z.iso.datetime(),
    /** True for the release shown to a reader who pins none. */
    current: z.boolean(),
    indicators: z.array(z.string()),
  }),
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
})
