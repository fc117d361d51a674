import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { signInRefusals } from './sign-in.ts'

/** Nothing more to say than that it was done. */
export const Done = z.strictObject({ done: z.literal(true) })

export const signOut = endpoint({
  id: 'sign-out',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Ends this session',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({}),
  output: Done,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed'],
})
