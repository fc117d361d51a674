import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { signInRefusals } from './sign-in.ts'

export const proposeSecondFactor = endpoint({
  id: 'propose-second-factor',
  method: 'POST',
  path: '/api/second-factor',
  summary: 'A seed for the authenticator; it counts once its first code has come',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({}),
  output: z.strictObject({
    /** Letters to type. */
    seed: z.string(),
    /** What the picture of squares holds. */
    address: z.string(),
    picture: z.string().describe('The address as squares an authenticator scans, as an SVG image.'),
  }),
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'prove-again'],
})
