import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { annotate, annotateFileAt } from '../../api/services/annotate.ts'
import { checkSentFile } from '../../api/services/check-sent-file.ts'
import { openContext } from '../../api/services/context.ts'
import { openIntakeForOne } from '../../api/services/intake.ts'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { editParts, typedInto } from '../../fixtures/broken/fill-template.ts'
import { decode } from '../../pipelines/stages/decode/decode.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-annotate-'))
const context = openContext({ env: { WAYMARK_DATA: folder } })
const intake = await openIntakeForOne(context)
afterAll(() => {
  intake.close()
  context.close()
  rmSync(folder, { recursive: true, force: true })
})
const broken = await brokenFiles()
const fileOf = (id: string) => {
  const file = broken.find((one) => one.id === id)
  if (!file) throw new Error(id)
  return { ...file, bytes: Buffer.from(file.bytes) }
}

it('tells who sends a marked copy back how much of it is solved', async () => {
  const sent = fileOf('facility-twice')
  const before = await checkSentFile(intake, sent)
  expect(before.solved).toBeNull()
  const { bytes, name, problems } = await annotate(sent, before, 'fr', intake.definitions)
  expect([problems, name]).toEqual([before.findings.length, sent.name.replace('.xlsx', ' (fr).xlsx')])
  const back = { ...sent, name, bytes: Buffer.from(bytes) }
  expect((await checkSentFile(intake, back)).solved).toEqual({ of: problems, solved: 0 })
  const twice = before.findings.find(({ code }) => code === 'value-twice')
  const row = twice?.at.ref.replace(/\D/g, '')
  const mended = editParts(bytes, (part, xml) =>
    part === 'xl/worksheets/sheet1.xml' ? typedInto(xml, `B${row}`, 'Station UG-R9-99') : xml,
  )
  const after = await checkSentFile(intake, { ...back, bytes: Buffer.from(mended) })
  expect(after.findings.map(({ code }) => code)).not.toContain('value-twice')
  expect(after.solved?.of).toBe(problems)
  expect(after.solved?.solved).toBeGreaterThan(0)
})

it('marks a text file in a workbook of its cells, which is read as that text when it comes back', async () => {
  const sent = fileOf('negative-count')
  const before = await checkSentFile(intake, sent)
  const { bytes } = await annotate(sent, before, 'kk', intake.definitions)
  const again = await checkSentFile(intake, { ...sent, name: 'renamed.xlsx', bytes: Buffer.from(bytes) })
  expect(again.mapping).toEqual(before.mapping)
  expect(again.findings.map(({ code, at }) => [code, at.sheet, at.ref])).toEqual(
    before.findings.map(({ code, at }) => [code, at.sheet, at.ref]),
  )
})

it.each(['not-a-workbook', 'empty-file'])(
  'gives the problems alone where nothing can be read: %s',
  async (id) => {
    const sent = fileOf(id)
    const judged = await checkSentFile(intake, sent)
    const { bytes } = await annotate(sent, judged, 'en', intake.definitions)
    const [page] = await decode(bytes, null)
    expect(page?.name).toBe('Problems')
    expect(page?.rows).toHaveLength(1 + judged.findings.length)
  },
)

it('makes no copy of a list of people', async () => {
  const { name, bytes, country } = fileOf('case-list')
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await expect(annotateFileAt(context, path, { country, language: 'en' })).rejects.toMatchObject({
    code: 'file-about-persons',
  })
})
