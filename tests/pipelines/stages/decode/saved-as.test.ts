import { describe, expect, it } from 'vitest'
import { allSent, bytesOf, fileName, fillReturn, type Sent } from '../../../../fixtures/returns.ts'
import { buildTruth } from '../../../../fixtures/truth/build-truth.ts'
import { readRegister } from '../../../../fixtures/truth/register.ts'
import { ods } from '../../../../fixtures/writers/ods.ts'
import { xls } from '../../../../fixtures/writers/xls.ts'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { type Checked, checkFile } from '../../../../pipelines/stages/check-file.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'

const truth = buildTruth()
const sources = loadSources(loadLogframe().elements)
const workbooks = allSent().filter(({ form }) => !form.encoding)
const onePerForm = [...Map.groupBy(workbooks, ({ form }) => form.mapping).values()].flatMap(
  (sent) => sent[Math.floor(sent.length / 2)] ?? [],
)
const writers = [
  { kind: 'ods', write: ods },
  { kind: 'xls', write: xls },
]

/** All that was read, save which file it was read in. */
const readingOf = ({ slices, findings, mapping }: Checked) => ({
  mapping,
  slices: slices.map(({ quarter, observations }) => ({
    quarter,
    observations: observations.map(({ lineage: { sheet, ref, mapping: by }, ...rest }) => ({
      ...rest,
      at: { sheet, ref, by },
    })),
  })),
  findings: findings.map(({ at, ...rest }) => ({ ...rest, at: { sheet: at.sheet, ref: at.ref } })),
})

const check = (sent: Sent, name: string, bytes: Uint8Array) =>
  checkFile({ name, bytes: Buffer.from(bytes), country: sent.form.country, sources })

describe.each(onePerForm.map((sent) => ({ name: fileName(sent), sent })))('$name', async ({ name, sent }) => {
  const filled = fillReturn(truth, sent, readRegister(sent.form.country))
  const bytes = await bytesOf(sent.form, filled)
  const original = await check(sent, name, bytes)
  const sheets = await decode(bytes, null)

  it.each(writers)('has the same cells and observations saved as .$kind', async ({ kind, write }) => {
    expect(await decode(write(filled), null)).toEqual(sheets)
    const saved = await check(sent, name.replace(/xlsx$/, kind), write(filled))
    expect(original.slices.flatMap(({ observations }) => observations).length).toBeGreaterThan(0)
    expect(readingOf(saved)).toEqual(readingOf(original))
  })
})
