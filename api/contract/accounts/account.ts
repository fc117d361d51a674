import { z } from 'zod'
import { Country } from '../../../indicators/model/place.ts'
import { Language } from '../../../indicators/model/text.ts'

export const Role = z.enum(['donor', 'focal_point', 'coordinator', 'administrator'])
export type Role = z.infer<typeof Role>

export const Account = z.strictObject({
  id: z.string(),
  email: z.email().max(254),
  name: z.string().min(1).max(100),
  role: Role,
  country: Country.nullable(),
  language: Language,
  /** One of the invented people of the demonstration. */
  demonstration: z.boolean(),
})
export type Account = z.infer<typeof Account>
