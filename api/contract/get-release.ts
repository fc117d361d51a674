import { z } from 'zod'
import { ReleaseLabel } from '../../indicators/model/released.ts'
import { endpoint, Pin } from './endpoint.ts'

export const getRelease = endpoint({
  id: 'get-release',
  method: 'GET',
  path: '/api/release',
  summary: 'Which release this is, when it was published, and the indicators it has',
  editions: ['public', 'internal'],
  input: Pin,
  output: z.strictObject({
    release: ReleaseLabel,
    /** When it was first published. */
    publishedAt: z.iso.datetime(),
    indicators: z.array(z.string()),
  }),
  formats: ['json'],
  refusals: ['input-invalid', 'no-such-release', 'nothing-published'],
})
