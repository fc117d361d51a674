import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Lines = z.array(z.string()).min(1)
const Case = z.strictObject({
  check: z.int().default(0),
  known: Lines.default([]),
  passes: Lines,
  fails: Lines.optional(),
  skips: Lines.optional(),
  severity: z.enum(['error', 'warning', 'info']).default('error'),
})

/** Rule → its small files, as `cases.yaml` has them. */
export const cases = z
  .record(z.string(), z.array(Case))
  .parse(parse(readFileSync(`${import.meta.dirname}/cases.yaml`, 'utf8')))
