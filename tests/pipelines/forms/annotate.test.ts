import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { brokenFiles } from '../../../fixtures/broken/broken-files.ts'
import { editParts } from '../../../fixtures/broken/fill-template.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import type { Finding } from '../../../indicators/model/finding.ts'
import { languages } from '../../../indicators/model/text.ts'
import { annotateWorkbook, annotationWords } from '../../../pipelines/forms/annotate/annotate-workbook.ts'
import { copyCells } from '../../../pipelines/forms/annotate/copy-cells.ts'
import type { Problem } from '../../../pipelines/forms/annotate/problems-sheet.ts'
import { solvedOf, withoutMarks } from '../../../pipelines/forms/annotate/recognise-marks.ts'
import { checkFile } from '../../../pipelines/stages/check-file.ts'
import { decode } from '../../../pipelines/stages/decode/decode.ts'
import { type CellRange, refOf } from '../../../pipelines/stages/decode/sheet.ts'
import { explainFinding } from '../../../pipelines/stages/findings/findings.ts'
import { loadSources } from '../../../pipelines/stages/map/load-sources.ts'

const sources = loadSources(loadLogframe().elements)
const problemOf = (finding: Finding): Problem => ({
  severity: finding.severity,
  code: finding.code,
  rule: finding.rule ?? '',
  sheet: finding.at.sheet,
  refs: finding.at.ref.match(/[A-Z]{1,3}[1-9]\d*/g) ?? [],
  value: finding.value,
  message: explainFinding(finding, 'ru') ?? '',
})
const problem = (ref: string, more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code: 'number-negative',
  rule: 'V36',
  sheet: 'Data',
  refs: [ref],
  value: '-3',
  message: 'Write another number.',
  ...more,
})
const toldOf = (findings: readonly Finding[]) =>
  findings.map(({ code, at, value }) => [code, at.sheet, at.ref, value])
const sent = (await brokenFiles()).filter(
  ({ id }) => !['case-list', 'not-a-workbook', 'empty-file'].includes(id),
)

describe('the marked copy of a file', () => {
  it.each(sent)(
    'of $id opens, has every cell as it was, and is found to say the same',
    async ({ name, bytes, country }) => {
      const before = await checkFile({ name, bytes: Buffer.from(bytes), country, sources })
      const known = before.mapping
        ? sources.mappings.find(({ id }) => id === before.mapping?.id)?.csv
        : undefined
      const style =
        known?.encoding && known.separator ? { encoding: known.encoding, separator: known.separator } : null
      const cells = await decode(bytes, style)
      const ofText = cells[0]?.name === ''
      const workbook = ofText ? await copyCells(cells, 'Отчет') : bytes
      const styled = await stylesOf(workbook)
      await fc.assert(
        fc.asyncProperty(fc.subarray([...before.findings]), async (findings) => {
          const marked = annotateWorkbook(workbook, {
            problems: findings.map(problemOf),
            language: 'ru',
            ofText,
          })
          const { sheets, earlier } = withoutMarks(await decode(marked, null))
          expect(sheets.map(textsOf)).toEqual(cells.map(textsOf))
          expect(earlier?.length).toBe(findings.length)
          expect((await readXlsx(marked)).sheets[0]?.name).toBe('Проблемы')
          const seenAt = ({ sheet, ref }: Finding['at']) =>
            cells.find(({ name }) => name === sheet)?.merged.find((range) => covers(range, ref))
          const touched = new Set(
            findings.map(({ at }) => {
              const range = seenAt(at)
              const ref = range ? refOf(range.top, range.left) : at.ref
              return `${ofText ? 'Отчет' : at.sheet}!${ref}`
            }),
          )
          const after = await stylesOf(marked)
          for (const [ref, style] of styled)
            if (!touched.has(ref)) expect([ref, after.get(ref)]).toEqual([ref, style])
          for (const ref of touched)
            if (!ref.endsWith('!')) expect(JSON.stringify(after.get(ref) ?? '')).toContain('thick')
          const again = await checkFile({ name, bytes: Buffer.from(marked), country, sources })
          expect(toldOf(again.findings)).toEqual(toldOf(before.findings))
        }),
        { numRuns: 3 },
      )
    },
  )

  const textsOf = ({ name, rows, merged }: Awaited<ReturnType<typeof decode>>[number]) => ({
    name,
    merged,
    cells: rows.flatMap(({ row, cells }) => cells.map(({ column, text }) => `${row} ${column} ${text}`)),
  })

  /** A merged cell is seen in the first of its range. */
  const covers = ({ top, left, bottom, right }: CellRange, ref: string) => {
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) if (refOf(row, column) === ref) return true
    return false
  }

  /** Every cell's look, by sheet and reference. */
  async function stylesOf(bytes: Uint8Array) {
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    return new Map(
      sheets.flatMap(({ name, cells }) =>
        [...(cells ?? [])].map(([at, { style }]) => {
          const [row = 0, column = 0] = at.split(',').map(Number)
          return [`${name}!${refOf(row + 1, column + 1)}` as string, JSON.stringify(style ?? {})] as const
        }),
      ),
    )
  }

  it('keeps every byte of a part it has nothing to say about', async () => {
    const bytes = await writeXlsx({
      sheets: ['Data', 'Other', 'Third'].map((name) => ({ name, rows: [['a', 1]] })),
    })
    const [before, after] = [
      bytes,
      annotateWorkbook(bytes, { problems: [problem('B1')], language: 'en' }),
    ].map((one) => unzipSync(one))
    for (const part of [
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
      'xl/theme/theme1.xml',
      'xl/sharedStrings.xml',
      'docProps/core.xml',
    ])
      expect([part, after?.[part]]).toEqual([part, before?.[part]])
  })

  it('keeps formulas, widths, filters, protection and the sender’s own notes', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['a', 1],
            ['b', 2],
          ],
          columns: [{ width: 31 }, { width: 12 }],
          cells: new Map([
            [
              '1,1',
              {
                value: 2,
                formula: 'B1*2',
                formulaResult: 2,
                comment: { author: 'Amina', text: 'as agreed' },
              },
            ],
            ['0,1', { value: 1, comment: { author: 'Amina', text: 'first' } }],
          ]),
          autoFilter: { range: 'A1:B2' },
          protection: { sheet: true },
        },
      ],
      namedRanges: [{ name: 'area', range: 'Data!$A$1:$B$2', scope: 'Data' }],
    })
    const marked = annotateWorkbook(bytes, { problems: [problem('B2'), problem('A7')], language: 'en' })
    const { sheets, namedRanges } = await readXlsx(marked, { readStyles: true })
    const data = sheets[1]
    expect(data?.cells?.get('1,1')).toMatchObject({ formula: 'B1*2' })
    expect(data?.cells?.get('1,1')?.comment?.text).toMatch(/^as agreed\s+Write another number\.$/)
    expect(data?.cells?.get('0,1')?.comment?.text).toBe('first')
    expect(data?.cells?.get('6,0')?.comment?.text).toBe('Write another number.')
    expect(data?.columns?.[0]?.width).toBe(31)
    expect(data?.autoFilter?.range).toBe('A1:B2')
    expect(strFromU8(unzipSync(marked)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      '<sheetProtection',
    )
    expect(namedRanges?.find(({ name }) => name === 'area')?.scope).toBe('Data')
  })

  it('marks a merged cell where it is seen, and links to it', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Women's",
          rows: [
            ['a', null],
            [null, null],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }],
        },
      ],
    })
    const marked = annotateWorkbook(bytes, {
      problems: [problem('B2', { sheet: "Women's" })],
      language: 'fr',
    })
    const { sheets } = await readXlsx(marked, { readStyles: true })
    expect(JSON.stringify(sheets[1]?.cells?.get('0,0')?.style)).toContain('thick')
    const page = strFromU8(unzipSync(marked)['xl/waymark/problems1.xml'] ?? new Uint8Array())
    expect(page).toContain(`location="'Women''s'!A1"`)
  })

  it('takes rows and cells that leave out where they stand', async () => {
    const bytes = editParts(
      await writeXlsx({
        sheets: [
          {
            name: 'Data',
            rows: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      }),
      (name, xml) => (name === 'xl/worksheets/sheet1.xml' ? xml.replace(/ r="[A-Z]*\d+"/g, '') : xml),
    )
    const marked = annotateWorkbook(bytes, { problems: [problem('B2')], language: 'en' })
    const { sheets } = await readXlsx(marked, { readStyles: true })
    expect(JSON.stringify(sheets[1]?.cells?.get('1,1')?.style)).toContain('thick')
  })

  it('never writes a formula, whatever a value or a message begins with', async () => {
    const texts = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '_x003D_', '\u0000='), fc.string())
      .map((two) => two.join(''))
    const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows: [[1]] }] })
    await fc.assert(
      fc.asyncProperty(texts, texts, async (value, message) => {
        const marked = annotateWorkbook(bytes, {
          problems: [problem('A1', { value, message })],
          language: 'en',
        })
        const parts = unzipSync(marked)
        for (const name of Object.keys(parts).filter((part) => /problems|worksheets/.test(part)))
          expect(strFromU8(parts[name] ?? new Uint8Array())).not.toMatch(/<(\w+:)?f[\s>]/)
        const [page] = await decode(marked, null)
        const kept = page?.rows[1]?.cells.find(({ column }) => column === 4)?.text ?? ''
        expect(kept.replace(/\s/g, '').replaceAll('_x005F_', '_')).toBe(
          value.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF\s]/gu, ''),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('says in five languages what it says', () => {
    for (const [key, text] of Object.entries(annotationWords))
      expect([key, Object.keys(text)]).toEqual([key, [...languages]])
  })
})

describe('a marked copy that comes back', () => {
  it('is told how much of it is solved, though rows have moved', () => {
    const of = (...codes: string[]) => codes.map((code) => ({ code, sheet: 'Data' }))
    expect(solvedOf(of('a', 'a', 'b'), of('a'))).toBe(2)
    expect(solvedOf(of('a'), of('a', 'b'))).toBe(0)
    expect(solvedOf(of('a', 'b'), [])).toBe(2)
  })
})
