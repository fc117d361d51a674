import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { HalfSignedIn, signInRefusals } from './sign-in.ts'

export const acceptInvitation = endpoint({
  id: 'accept-invitation',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Makes the account an invitation is for; the second factor comes next',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({
    token: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(1000),
  }),
  output: HalfSignedIn,
  formats: ['json'],
  refusals: [
    ...signInRefusals,
    'invitation-over',
    'password-short',
    'password-long',
    'password-guessable',
    'sign-in-busy',
  ],
})
