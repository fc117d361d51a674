import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { attackServed } from '../attack/attack.ts'
import { broken, countsOf } from '../attack/report.ts'

it('tells a reader of the demonstration no more of small counts of people than is promised', async () => {
  const folder = join(inject('data'), 'releases')
  const releases = readdirSync(folder).map((name) => join(folder, name))
  const served = { address: inject('addresses').public, releases }
  const { told, system, known, impossible } = await attackServed(served, { pages: 30, explanations: 100 })
  expect(told.length).toBeGreaterThan(5000)
  expect(broken(countsOf(told))).toEqual([])
  expect([system.contradictions, impossible, known.disagreements]).toEqual([[], 0, []])
}, 300_000)
