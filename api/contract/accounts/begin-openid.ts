import { z } from 'zod'
import { Language } from '../../../indicators/model/text.ts'
import { endpoint } from '../endpoint.ts'
import { signInRefusals } from './sign-in.ts'

export const beginOpenid = endpoint({
  id: 'begin-openid',
  method: 'POST',
  path: '/api/sign-in/openid',
  summary: 'Where to show who one is, where people of this installation do so elsewhere',
  editions: ['internal'],
  input: z.object({}),
  sends: z.strictObject({
    language: Language,
    /** The page of this site to go on to. */
    back: z.string().max(2000),
  }),
  output: z.strictObject({ address: z.url() }),
  formats: ['json'],
  refusals: [...signInRefusals, 'openid-unreachable', 'not-found'],
})
