import type { Observation } from '../../../indicators/model/observation.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { refOf, type Sheet } from '../../stages/decode/sheet.ts'
import type { Report } from '../../stages/findings/report-finding.ts'
import type { Sources } from '../../stages/map/load-sources.ts'
import type { Mapping } from '../../stages/map/mapping.ts'
import { checksumOf, type Fingerprint, looksLikeFingerprint, readFingerprint } from './fingerprint.ts'
import { elementsOf, isLong, type TemplateSheet, templateSheets } from './layout.ts'
import { mappingOfTemplate, sheetName } from './template-mapping.ts'

export const CODES = 'Codes'

/** What the sender says the file is for, and where what speaks against it is noted. */
type Expected = {
  country?: Country | undefined
  quarter?: Quarter | undefined
  sources: Sources
  report: Report
}

/** A form of ours: how it is read (null where it no longer says what it is for), and the sheets with answers in it. */
export type Recognised = { mapping: Mapping | null; sheets: Sheet[] }

/**
 * Whether a workbook is a form this program made, whatever its name; null where it is not.
 *
 * Errors  findings where it is of another country or period than expected, holds rows of another period, was changed,
 *         or was made before the definitions changed
 */
export function recogniseTemplate(sheets: readonly Sheet[], expected: Expected): Recognised | null {
  const { report, sources } = expected
  const codes = sheets.find(({ name }) => name === CODES)
  const text = codes?.rows[0]?.cells[0]?.text ?? ''
  if (!looksLikeFingerprint(text)) return null
  const fingerprint = readFingerprint(text)
  const asked = fingerprint ? templateSheets(fingerprint, sources) : []
  if (!fingerprint || asked.length === 0) {
    report.add('template-changed', { sheet: CODES, ref: 'A1' }, text)
    return { mapping: null, sheets: [] }
  }
  if (checksumOf(fingerprint, asked) !== fingerprint.checksum)
    report.add('template-old', {}, fingerprint.quarter)
  compare(fingerprint, expected)
  const names = new Map(asked.map((sheet) => [sheetName(sheet, fingerprint), sheet]))
  const answers = sheets.filter(({ name }) => names.has(name))
  for (const sheet of answers) {
    const form = names.get(sheet.name)
    if (form) comparePeriods(sheet, form, report)
  }
  return { mapping: mappingOfTemplate(fingerprint, asked, sources), sheets: answers }
}

function compare({ country, quarter }: Fingerprint, expected: Expected) {
  if (expected.country && expected.country !== country)
    expected.report.add('template-other-country', {}, country, { expected: expected.country })
  if (expected.quarter && expected.quarter !== quarter)
    expected.report.add('template-other-period', {}, quarter, { expected: expected.quarter })
}

/** Rows brought over from the form of another period keep its name; they are read by it, and pointed out. */
function comparePeriods({ name, rows }: Sheet, form: TemplateSheet, report: Report) {
  const keys = rows.find(({ cells }) => cells.some(({ text }) => text === (isLong(form) ? 'key' : 'place')))
  const column = keys?.cells.find(({ text }) => text === 'period')?.column
  for (const { row, cells } of rows.filter(({ row }) => row > (keys?.row ?? 0))) {
    const written = cells.find((cell) => cell.column === column)
    if (written && written.text !== form.period.text)
      report.add('template-other-period', { sheet: name, ref: refOf(row, written.column) }, written.text, {
        expected: form.period.text,
      })
  }
}

/** Figures of the form for all count under the report that asks for them, so that either replaces the other. */
export function underReports(
  observations: readonly Observation[],
  country: Country,
  { mappings }: Sources,
): Observation[] {
  const reports = new Map(
    mappings
      .filter((mapping) => mapping.country === country)
      .flatMap((mapping) =>
        elementsOf(mapping).map((element) => [element, `${mapping.id}@${mapping.version}`]),
      ),
  )
  return observations.map((one) => ({
    ...one,
    lineage: { ...one.lineage, mapping: reports.get(one.element) ?? one.lineage.mapping },
  }))
}
