import { z } from 'zod'

/** A fact about a file: collected, never thrown. `at` names the place a person can look up. */
export const Finding = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  rule: z.string().optional(),
  severity: z.enum(['error', 'warning', 'info']),
  at: z.strictObject({ file: z.string(), sheet: z.string(), ref: z.string() }),
  value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>
