import { z } from 'zod'
import { Country } from '../../../indicators/model/place.ts'
import { Language } from '../../../indicators/model/text.ts'
import { Role } from './account.ts'

/** What an invitation is to. */
export const Invited = z.strictObject({
  email: z.email().max(254),
  role: Role,
  country: Country.nullable(),
  language: Language,
})
