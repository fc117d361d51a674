import { expect, it } from 'vitest'
import { decodeApart } from '../../pipelines/stages/apart/decode-apart.ts'
import { checkFile } from '../../pipelines/stages/check-file.ts'
import { smallSources } from '../pipelines/stages/small-sources.ts'
import { hostileFiles } from './hostile-files.ts'

it('has at least two hundred files, each of its own name', () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(200)
  expect(new Set(hostileFiles.map(({ id }) => id)).size).toBe(hostileFiles.length)
})

it.each(hostileFiles)('$id is decided, and the same twice', async ({ name, bytes: make, expected }) => {
  const bytes = Buffer.from(make())
  const check = () => checkFile({ name, bytes, sources: smallSources })
  const checked = await check()
  expect(await check()).toEqual(checked)
  const codes = checked.findings.map(({ code }) => code)
  if (typeof expected === 'string') return expect(codes).toEqual([expected])
  const sheets = await decodeApart(bytes, null)
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
  expect(texts).toEqual(expected)
})
