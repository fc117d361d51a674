import { z } from 'zod'
import { IsoDate } from '../../../indicators/model/period.ts'
import { endpoint } from '../endpoint.ts'
import { Somebody } from '../submissions/submission.ts'
import { journalKinds } from './kinds.ts'

export const JournalLine = z.strictObject({
  id: z.int(),
  at: z.string(),
  kind: z.string(),
  /** Whose doing it was; null where the program's or the command line's. */
  by: Somebody.nullable(),
  body: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  hash: z.string(),
})

export const getJournal = endpoint({
  id: 'get-journal',
  method: 'GET',
  path: '/api/journal',
  summary:
    'Who did what and who looked at what, newest first, and whether anybody has changed the record of it',
  editions: ['internal'],
  input: z.object({
    about: z
      .string()
      .max(300)
      .default('')
      .describe('Part of what an entry names: a file’s hash, a release, an address.'),
    kind: z.enum(journalKinds).optional().describe('Only of this kind.'),
    since: IsoDate.optional().describe('From this day on.'),
    until: IsoDate.optional().describe('Up to and with this day.'),
    before: z.coerce.number().int().positive().optional().describe('Only entries before this number.'),
  }),
  output: z.strictObject({
    /** The first entry that does not follow from the one before; null where all do. */
    broken: z.int().nullable(),
    /** Kept elsewhere, it shows later whether the journal was cut short or written anew. */
    seal: z.string(),
    entries: z.array(JournalLine),
    /** Whether there are earlier ones. */
    more: z.boolean(),
  }),
  formats: ['json', 'csv'],
  refusals: ['input-invalid', 'sign-in-needed', 'not-permitted'],
})
