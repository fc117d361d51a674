import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type Language, localise } from '../../../indicators/model/text.ts'
import { registerOf } from '../../stages/map/find-place.ts'
import type { Sources } from '../../stages/map/load-sources.ts'
import { speaker } from '../words.ts'
import { draft } from './draft.ts'
import { sign, writeFingerprint } from './fingerprint.ts'
import { listNames } from './inputs.ts'
import { isLong, type TemplateRequest, type TemplateSheet, templateSheets } from './layout.ts'
import { longSheet } from './long-sheet.ts'
import { placeName } from './place-name.ts'
import { readMe } from './read-me.ts'
import { CODES } from './recognise-template.ts'
import { styles } from './style.ts'
import { reasons, sheetName, templateWords } from './template-mapping.ts'
import { wideSheet } from './wide-sheet.ts'

/** What a person is shown beside each cell: the value of the period before. Null where it is not known. */
export type LastValue = (place: string, element: string, cell: string) => number | null

export type TemplateOrder = TemplateRequest & {
  language: Language
  sources: Sources
  lastValue: LastValue
}

/**
 * The form for a country's report and quarter in one language.
 *
 * Shape   null where nothing is due; read me, a sheet for each frequency and level, definitions, and a very hidden
 *         sheet with the form's fingerprint and its lists
 */
export async function writeTemplate(order: TemplateOrder): Promise<Uint8Array | null> {
  const sheets = templateSheets(order, order.sources)
  if (sheets.length === 0) return null
  const { language, country, quarter, report } = order
  const fingerprint = writeFingerprint(sign({ country, quarter, report, language }, sheets))
  const title = titleOf(order)
  return writeXlsx({
    sheets: [
      readMe(order, title),
      ...sheets.map((sheet) =>
        (isLong(sheet) ? longSheet : wideSheet)(sheet, sheetName(sheet, order), order),
      ),
      definitions(sheets, order),
      codes(fingerprint, language),
    ],
    namedRanges: [
      { name: 'waymark_fingerprint', range: `${CODES}!$A$1` },
      { name: listNames.yesNo, range: `${CODES}!$B$1:$B$2` },
      { name: listNames.stages, range: `${CODES}!$C$1:$C$6` },
      { name: listNames.reasons, range: `${CODES}!$D$1:$D$3` },
    ],
    properties: { title, custom: { waymark: fingerprint } },
  })
}

function titleOf({ country, report, quarter, language, sources }: TemplateOrder) {
  const say = speaker(templateWords, language)
  const known = sources.mappings.find(({ id }) => id === report)
  return say('read.title', {
    country: placeName(registerOf(sources.places[country]).country, language),
    report: known?.title ?? say('read.all'),
    period: quarter,
  })
}

function definitions(sheets: readonly TemplateSheet[], { language }: TemplateOrder): WriteSheet {
  const say = speaker(templateWords, language)
  const page = draft(language)
  const headings = ['column.code', 'column.what'].map((key) => say(key))
  for (const [index, heading] of headings.entries()) page.put(1, index + 1, heading, styles.heading)
  const elements = [...new Set(sheets.flatMap(({ asked }) => asked.map(({ element }) => element)))]
  for (const [index, { id, title }] of elements.entries()) {
    page.put(index + 2, 1, id, styles.text)
    page.put(index + 2, 2, localise(title, language).text, styles.text)
  }
  page.width(1, 18)
  page.width(2, 100)
  return page.finish({
    name: say('sheet.definitions'),
    freezePane: { rows: 1 },
  })
}

function codes(fingerprint: string, language: Language): WriteSheet {
  const say = speaker(templateWords, language)
  const page = draft(language)
  page.put(1, 1, fingerprint)
  const lists = [
    ['yes', 'no'].map((key) => say(key)),
    [0, 1, 2, 3, 4, 5],
    Object.keys(reasons).map((key) => say(`reason.${key}`)),
  ]
  for (const [column, list] of lists.entries())
    for (const [row, entry] of list.entries()) page.put(row + 1, column + 2, entry)
  return page.finish({ name: CODES, veryHidden: true })
}
