import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { signInRefusals } from './sign-in.ts'
import { Done } from './sign-out.ts'

export const endSessions = endpoint({
  id: 'end-sessions',
  method: 'POST',
  path: '/api/sessions/end',
  summary: 'Ends one of one’s own sessions, or all others',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({ which: z.string().min(1).max(40).describe('A session’s id, or "others".') }),
  output: Done,
  formats: ['json'],
  refusals: [...signInRefusals, 'sign-in-needed', 'no-such-session'],
})
