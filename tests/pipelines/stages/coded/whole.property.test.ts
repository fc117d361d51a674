import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCoded } from '../../../../pipelines/stages/coded/read-coded.ts'
import { findMessages } from '../../../../pipelines/stages/coded/read-message.ts'
import { decodeText } from '../../../../pipelines/stages/decode/decode-text.ts'
import { reportOn } from '../../../../pipelines/stages/findings/report-finding.ts'
import { codedSources, sdmx, sdmxRow } from './coded-sources.ts'

function read(rows: readonly string[]) {
  const report = reportOn('export.csv')
  const sheets = decodeText(Buffer.from(sdmx(...rows)), null)
  const coded = readCoded(
    findMessages(sheets, () => false),
    {
      file: 'export.csv',
      fileHash: '0'.repeat(64),
      country: 'UGA',
      sources: codedSources,
      report,
    },
  )
  return { coded, codes: report.findings.map(({ code }) => code) }
}

const right = fc.uniqueArray(
  fc.record({
    place: fc.constantFrom('UGA-R1-01', 'UGA-R2-01'),
    sex: fc.constantFrom('_T', 'F', 'M'),
    period: fc.constantFrom('2021-Q1', '2021-Q2'),
    value: fc.nat(500).map(String),
  }),
  { selector: ({ place, sex, period }) => `${place}${sex}${period}`, minLength: 1 },
)
const wrong = fc.constantFrom(
  { place: 'nowhere' },
  { element: 'nothing' },
  { period: '2021-W7' },
  { value: 'x' },
  { sex: '?' },
  { action: '?' },
  { status: '?' },
  { structure: 'other' },
  { unit: '6' },
)

it('takes nothing of an SDMX message with one wrong row, wherever it stands', () => {
  fc.assert(
    fc.property(right, wrong, fc.nat(), (rows, mistake, at) => {
      const written = rows.map((row) => sdmxRow(row))
      expect(read(written).coded?.messages.flatMap(({ changes }) => changes)).toHaveLength(rows.length)
      const broken = sdmxRow({ period: '2021-Q3', ...mistake })
      const { coded, codes } = read(written.toSpliced(at % (rows.length + 1), 0, broken))
      expect(coded?.messages).toEqual([])
      expect(codes).toContain('message-refused')
    }),
    { numRuns: 60 },
  )
})

it('says the same whatever the order of its rows', () => {
  const said = (rows: readonly string[]) =>
    read(rows)
      .coded?.messages.flatMap(({ changes }) => changes)
      .map(({ observation: { lineage: _, ...rest } }) => JSON.stringify(rest))
      .sort()
  fc.assert(
    fc.property(right, (rows) => {
      const written = rows.map((row) => sdmxRow(row))
      expect(said(written.toReversed())).toEqual(said(written))
    }),
    { numRuns: 60 },
  )
})
