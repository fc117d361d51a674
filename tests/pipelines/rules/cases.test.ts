import { beforeAll, expect, it } from 'vitest'
import type { Finding } from '../../../indicators/model/finding.ts'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import { runRules } from '../../../pipelines/rules/run-rules.ts'
import { cases } from './cases.ts'
import { readLines, START, warehouseOf } from './small-files.ts'

/** Each file of each case is of a country of its own, AAA, AAB, …, so that all are checked in one go. */
const countryAt = (index: number) =>
  String.fromCharCode(...[index / 676, index / 26, index].map((part) => 65 + (Math.floor(part) % 26)))
const files = Object.entries(cases)
  .flatMap(([rule, list]) =>
    list.flatMap((one, index) =>
      (['passes', 'fails', 'skips'] as const).flatMap((kind) => {
        const lines = one[kind]
        return lines ? { ...one, rule, kind, lines, name: `${rule} case ${index + 1} ${kind}` } : []
      }),
    ),
  )
  .map((file, index) => ({ ...file, country: countryAt(index) }))
const filesThat = (kind: string) => files.filter((file) => file.kind === kind)

let found: readonly Finding[]
let foundAsZero: readonly Finding[]

beforeAll(async () => {
  const db = await warehouseOf(
    files.flatMap(({ known, country }) => readLines(known, `${country}-earlier.xlsx`, country)),
    files.map(({ country }) => country),
  )
  const staged = files.flatMap(({ lines, country }) => readLines(lines, `${country}.xlsx`, country))
  const { rules } = loadRules()
  found = await runRules(db, { staged, rules, start: START })
  const asZero = rules.map((rule) => ({ ...rule, missing: 'missing_is_zero' as const }))
  foundAsZero = await runRules(db, { staged, rules: asZero, start: START })
  db.close()
})

const of = (findings: readonly Finding[], file: (typeof files)[number]) =>
  findings.filter(({ rule, at }) => rule === file.rule && at.file === `${file.country}.xlsx`)

it.each(filesThat('passes'))('$name', (file) => {
  expect(of(found, file)).toEqual([])
})

it.each(filesThat('fails'))('$name: one finding that names a cell of the file', (file) => {
  expect(of(found, file)).toMatchObject([
    {
      code: `rule-${file.rule.toLowerCase()}`,
      severity: file.severity,
      at: { sheet: 'Report', ref: expect.stringMatching(/^B\d$/) },
      params: { check: file.check, place: expect.stringContaining(file.country) },
    },
  ])
})

it.each(filesThat('skips'))('$name, though it would fail if missing were 0', (file) => {
  expect(of(found, file)).toEqual([])
  expect(of(foundAsZero, file).length).toBeGreaterThan(0)
})
