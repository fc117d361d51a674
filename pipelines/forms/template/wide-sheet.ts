import type { WriteSheet } from 'hucre/xlsx'
import { type Place, parentOf } from '../../../indicators/model/place.ts'
import { type Language, localise } from '../../../indicators/model/text.ts'
import { refOf } from '../../stages/decode/sheet.ts'
import { cellWords, type Say, speaker } from '../words.ts'
import { type Draft, draft, rangeRef } from './draft.ts'
import { checkOf, chosenFrom, listNames, unitOf } from './inputs.ts'
import type { Asked, TemplateSheet } from './layout.ts'
import { placeName } from './place-name.ts'
import { styles, wrongSum } from './style.ts'
import { templateWords } from './template-mapping.ts'
import type { TemplateOrder } from './write-template.ts'

const LABELS = 4
const FIRST_ROW = 3

/** A row for each facility or region; beside each cell to fill in, in grey, what was there in the period before. */
export function wideSheet(sheet: TemplateSheet, name: string, order: TemplateOrder): WriteSheet {
  const { language, lastValue } = order
  const say = speaker(templateWords, language)
  const page = draft(language)
  const last = FIRST_ROW + sheet.places.length - 1
  const columnOf = (index: number) => LABELS + 1 + index * 2
  labels(page, sheet, order, say)
  for (const [index, asked] of sheet.asked.entries()) {
    const column = columnOf(index)
    heading(page, column, headingOf(asked, language, say), asked.key, 18)
    heading(page, column + 1, say('column.was'), 'was', 8)
    for (const [offset, { code }] of sheet.places.entries()) {
      page.put(FIRST_ROW + offset, column, null, styles.input)
      page.put(FIRST_ROW + offset, column + 1, lastValue(code, asked.element.id, asked.cell), styles.was)
    }
    const check = checkOf(asked.element, rangeRef(FIRST_ROW, column, last), say, sheet)
    if (check) page.validate({ ...check, range: rangeRef(FIRST_ROW, column, last, column) })
  }
  tintTotals(page, sheet, columnOf, last)
  reasonColumn(page, columnOf(sheet.asked.length), last, say)
  page.row(1, { height: 110 })
  page.row(2, { hidden: true })
  return page.finish({
    name,
    freezePane: { rows: 2, columns: LABELS },
    pageSetup: { orientation: 'landscape', printTitlesRow: '$1:$1', printTitlesColumn: '$A:$B' },
  })
}

function heading(page: Draft, column: number, text: string, key: string, width: number) {
  page.put(1, column, text, styles.heading)
  page.put(2, column, key)
  page.width(column, width)
}

const headingOf = ({ element, cell }: Asked, language: Language, say: Say) =>
  `${localise(element.title, language).text}\n${cellWords(cell, language, say('total'))} · ${say(`unit.${unitOf(element)}`)}`

function labels(
  page: Draft,
  { places, period }: TemplateSheet,
  { language, sources, country }: TemplateOrder,
  say: Say,
) {
  const register = new Map<string, Place>(sources.places[country].map((place) => [place.code, place]))
  heading(page, 1, say('column.region'), 'region', 26)
  heading(page, 2, say('column.place'), 'name', 34)
  heading(page, 3, say('column.code'), 'place', 11)
  heading(page, 4, say('column.period'), 'period', 9)
  for (const [offset, place] of places.entries()) {
    const row = FIRST_ROW + offset
    const above = register.get(parentOf(place.code) ?? '')
    page.put(row, 1, above ? placeName(above, language) : '', styles.label)
    page.put(row, 2, placeName(place, language), styles.label)
    page.put(row, 3, place.code, styles.label)
    page.put(row, 4, period.text, styles.label)
  }
}

function reasonColumn(page: Draft, column: number, last: number, say: Say) {
  heading(page, column, say('column.reason'), 'reason', 22)
  for (let row = FIRST_ROW; row <= last; row += 1) page.put(row, column, null, styles.input)
  const range = rangeRef(FIRST_ROW, column, last, column)
  page.validate({ ...chosenFrom(listNames.reasons, say), range, allowBlank: true, showErrorMessage: true })
}

/** A total that women and men do not add up to stands out while it is typed. */
function tintTotals(
  page: Draft,
  { asked }: TemplateSheet,
  columnOf: (index: number) => number,
  last: number,
) {
  for (const [index, { element, cell }] of asked.entries()) {
    const find = (wanted: string) => asked.findIndex((one) => one.element === element && one.cell === wanted)
    const [female, male] = [find('sex=female'), find('sex=male')]
    if (cell !== '' || female < 0 || male < 0) continue
    const [women, men, total] = [female, male, index].map((at) => `$${refOf(FIRST_ROW, columnOf(at))}`)
    page.tint({
      type: 'expression',
      formula: `AND(COUNT(${women},${men},${total})=3,${women}+${men}<>${total})`,
      style: wrongSum,
      range: rangeRef(FIRST_ROW, columnOf(index), last, columnOf(index)),
    })
  }
}
