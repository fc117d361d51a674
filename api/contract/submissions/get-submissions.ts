import { z } from 'zod'
import { Country } from '../../../indicators/model/place.ts'
import { endpoint } from '../endpoint.ts'
import { SubmissionLine } from './submission.ts'

export const getSubmissions = endpoint({
  id: 'get-submissions',
  method: 'GET',
  path: '/api/submissions',
  summary: 'Submissions one may see, and what is still due: a focal point’s own country, a coordinator’s all',
  editions: ['internal'],
  input: z.object({}),
  output: z.strictObject({
    submissions: z.array(SubmissionLine),
    /** Quarters for which a country has not reported everything; `days` until it is due, below 0 after. */
    due: z.array(z.strictObject({ country: Country, quarter: z.string(), due: z.string(), days: z.int() })),
  }),
  formats: ['json'],
  refusals: ['sign-in-needed', 'not-permitted', 'definitions-wrong'],
})
