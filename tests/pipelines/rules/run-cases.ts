import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import type { Rule } from '../../../pipelines/rules/rule.ts'
import { runRules } from '../../../pipelines/rules/run-rules.ts'
import type { Warehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { readLines, START, warehouseOf } from './small-files.ts'

const Lines = z.array(z.string()).min(1)
const Case = z.strictObject({
  check: z.int().default(0),
  known: Lines.default([]),
  passes: Lines,
  fails: Lines.optional(),
  skips: Lines.optional(),
  severity: z.enum(['error', 'warning', 'info']).default('error'),
})
type Case = z.infer<typeof Case>

export const cases = z
  .record(z.string(), z.array(Case))
  .parse(parse(readFileSync(`${import.meta.dirname}/cases.yaml`, 'utf8')))

export const { rules } = loadRules()

/** The cases of the rules from `first` to `last` as tests; in files of their own, so that none takes long. */
export function runCases(first: string, last: string) {
  const listed = rules
    .filter(({ id }) => id >= first && id <= last)
    .flatMap((rule) =>
      (cases[rule.id] ?? []).map((one, index) => ({ name: `${rule.id}.${index + 1}`, rule, one })),
    )
  it.each(listed)('$name passes what is right, names what is wrong, skips what is missing', ({ rule, one }) =>
    runCase(rule, one),
  )
}

async function runCase(rule: Rule, { known, passes, fails, skips, check, severity }: Case) {
  const db = await warehouseOf(readLines(known, 'earlier.xlsx'))
  expect(await findings(db, rule, passes), 'passes').toEqual([])
  if (fails) {
    const found = await findings(db, rule, fails)
    expect(found, 'fails').toHaveLength(1)
    expect(found[0]).toMatchObject({
      code: `rule-${rule.id.toLowerCase()}`,
      rule: rule.id,
      severity,
      at: { file: 'staged.xlsx', sheet: 'Report', ref: expect.stringMatching(/^B\d$/) },
      params: { check },
    })
  }
  if (skips) {
    expect(await findings(db, rule, skips), 'skips').toEqual([])
    const asZero = await findings(db, { ...rule, missing: 'missing_is_zero' }, skips)
    expect(asZero.length, 'what is skipped would fail if missing were 0').toBeGreaterThan(0)
  }
  db.close()
}

const findings = (db: Warehouse, rule: Rule, lines: readonly string[]) =>
  runRules(db, { staged: readLines(lines), rules: [rule], start: START })
