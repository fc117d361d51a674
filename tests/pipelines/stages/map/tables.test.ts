import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { GridCase, readGrid } from './read-grid.ts'

const folder = 'tests/pipelines/stages/map/cases'

describe.each(readdirSync(folder))('%s', (name) => {
  const cases = z.array(GridCase).parse(parse(readFileSync(`${folder}/${name}`, 'utf8')))

  it.each(cases.map((one) => [one.says, one] as const))('%s', (_, one) => {
    const { values, findings, questions } = readGrid(one)
    expect({ findings, questions }).toEqual({ findings: one.findings, questions: one.questions })
    if (one.values) expect(values.toSorted()).toEqual(one.values.toSorted())
  })
})
