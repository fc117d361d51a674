import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Sensitivity } from '../model/data-element.ts'

const text = readFileSync(join(import.meta.dirname, 'policy.yaml'), 'utf8')

export const Policy = z.strictObject({
  version: z.int().min(1),
  threshold: z.record(Sensitivity, z.int().min(3)),
  lowestLevel: z.record(Sensitivity, z.enum(['region', 'country'])),
  rollingWindows: z.strictObject({
    four_quarters: z.array(z.int().min(1).max(4)),
    half_year: z.array(z.int().min(1).max(4)),
  }),
  identities: z.array(z.strictObject({ stock: z.string(), came: z.string(), went: z.string() })),
})
export type Policy = z.infer<typeof Policy>

/** A policy as its file says it; `hash` names the text. */
export const readPolicy = (text: string) => ({
  text,
  policy: Policy.parse(parse(text)),
  hash: createHash('sha256').update(text).digest('hex'),
})
export type ReadPolicy = ReturnType<typeof readPolicy>

export const presentPolicy = readPolicy(text)
export const { policy } = presentPolicy
