import { z } from 'zod'
import { inChargeRefusals } from '../accounts/sign-in.ts'
import { endpoint, Pin } from '../endpoint.ts'
import { Words } from '../submissions/submission.ts'
import { getReleases } from './get-releases.ts'

export const withdrawRelease = endpoint({
  id: 'withdraw-release',
  method: 'POST',
  path: '/api/releases/withdraw',
  summary: 'A release is served no more, not even pinned; readers see the one before again',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ id: Pin.shape.v.unwrap(), reason: Words.min(1) }),
  output: getReleases.output,
  formats: ['json'],
  refusals: [...inChargeRefusals, 'no-such-release', 'no-earlier-release'],
})
