import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { countries } from '../../../model/place.ts'
import { Text } from '../../../model/text.ts'

const Organisation = z.strictObject({ ref: z.string().optional(), type: z.int(), name: z.string() })

const Activity = z.strictObject({
  reporter: Organisation.required(),
  identifier: z.string().regex(/^[^/&|?\s]+$/),
  title: Text,
  description: Text,
  participants: z.array(Organisation.extend({ role: z.int().min(1).max(4) })).min(1),
  status: z.int().min(1).max(6),
  sector: z.int(),
  region: z.int(),
  countries: z.record(z.enum(countries), z.string()),
})
export type Activity = z.infer<typeof Activity>

/** What an IATI file says of the programme besides its results. */
export const activity: Activity = Activity.parse(
  parse(readFileSync(join(import.meta.dirname, 'activity.yaml'), 'utf8')),
)
