import { createHash } from 'node:crypto'
import type { Finding } from '../../indicators/model/finding.ts'
import { PublicFigure } from '../../indicators/model/released.ts'
import { decodeApart } from './apart/decode-apart.ts'
import { refOf, type SheetRow } from './decode/sheet.ts'
import { Unreadable } from './decode/unreadable.ts'
import { reportOn } from './findings/report-finding.ts'

/** A publicly reported figure with the file and row it was read from. */
export type SourcedFigure = PublicFigure & { fileHash: string; file: string; ref: string }

const columns = ['country', 'as_of', 'measure', 'value', 'unit', 'sex', 'precision', 'source'] as const

/**
 * The file of publicly reported figures: UTF-8, commas, one figure per row, read apart like every file.
 *
 * Errors  findings, one per row that is no figure; nothing is thrown for what is in the file
 */
export async function readPublicFigures(name: string, bytes: Buffer) {
  const report = reportOn(name)
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const figures: SourcedFigure[] = []
  try {
    const [sheet] = await decodeApart(bytes, { encoding: 'utf-8', separator: ',' })
    const [header, ...rows] = sheet?.rows ?? []
    const names = header ? textsOf(header) : []
    for (const column of columns.filter((wanted) => !names.includes(wanted)))
      report.add('column-missing', { ref: 'A1' }, '', { header: column })
    if (report.findings.length === 0)
      for (const row of rows) {
        const field = (column: (typeof columns)[number]) => textsOf(row)[names.indexOf(column)] ?? ''
        const ref = refOf(row.row, names.indexOf('value') + 1)
        const parsed = PublicFigure.safeParse({
          country: field('country'),
          asOf: field('as_of'),
          measure: field('measure'),
          value: field('value') === '' ? null : Number(field('value')),
          unit: field('unit'),
          sex: field('sex'),
          precision: field('precision'),
          source: field('source'),
        })
        if (parsed.success) figures.push({ ...parsed.data, fileHash, file: name, ref })
        else
          report.add('public-figure-wrong', { ref }, field('value'), {
            field: parsed.error.issues[0]?.path.join('.') ?? '',
          })
      }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    report.add(error.code, {}, '', { reason: error.reason })
  }
  const findings: Finding[] = report.findings
  return { hash: fileHash, figures, findings }
}

function textsOf({ cells }: SheetRow): string[] {
  const texts: string[] = []
  for (const { column, text } of cells) texts[column - 1] = text.trim()
  return texts
}
