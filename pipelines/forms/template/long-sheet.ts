import type { WriteSheet } from 'hucre/xlsx'
import { localise } from '../../../indicators/model/text.ts'
import { cellWords, type Say, speaker } from '../words.ts'
import { type Draft, draft, rangeRef } from './draft.ts'
import { checkOf, chosenFrom, listNames, unitOf } from './inputs.ts'
import type { TemplateSheet } from './layout.ts'
import { styles, wrongSum } from './style.ts'
import { templateWords } from './template-mapping.ts'
import type { TemplateOrder } from './write-template.ts'

const FIRST_ROW = 3
const columns = [
  { key: 'what', width: 72, style: styles.label },
  { key: 'part', width: 30, style: styles.label },
  { key: 'unit', width: 16, style: styles.label },
  { key: 'value', width: 14, style: styles.input },
  { key: 'was', width: 10, style: styles.was },
  { key: 'reason', width: 24, style: styles.input },
  { key: 'period', width: 9, style: styles.label },
  { key: 'key', width: 4, style: styles.label },
] as const
const [VALUE, REASON, KEY] = [4, 6, 8]

/** A row for each thing the country as a whole is asked. */
export function longSheet(sheet: TemplateSheet, name: string, order: TemplateOrder): WriteSheet {
  const { language } = order
  const say = speaker(templateWords, language)
  const page = draft(language)
  for (const [index, { key, width }] of columns.entries()) {
    page.put(1, index + 1, key === 'key' ? say('column.code') : say(`column.${key}`), styles.heading)
    page.put(2, index + 1, key)
    page.width(index + 1, width)
  }
  for (const [index, asked] of sheet.asked.entries()) {
    const row = FIRST_ROW + index
    for (const [at, value] of valuesOf(asked, sheet, order, say).entries())
      page.put(row, at + 1, value, columns[at]?.style)
    const check = checkOf(asked.element, rangeRef(row, VALUE), say, sheet)
    if (check) page.validate(check)
    tintTotal(page, sheet, index)
  }
  const reasonRange = rangeRef(FIRST_ROW, REASON, FIRST_ROW + sheet.asked.length - 1, REASON)
  page.validate({
    ...chosenFrom(listNames.reasons, say),
    range: reasonRange,
    allowBlank: true,
    showErrorMessage: true,
  })
  page.row(2, { hidden: true })
  page.hideColumn(KEY)
  return page.finish({
    name,
    freezePane: { rows: 2, columns: 1 },
  })
}

function valuesOf(
  { element, cell, key }: TemplateSheet['asked'][number],
  { period }: TemplateSheet,
  { language, lastValue, country }: TemplateOrder,
  say: Say,
) {
  const what = localise(element.title, language).text
  const part = element.dimensions.length > 0 ? cellWords(cell, language, say('total')) : ''
  const unit = say(`unit.${unitOf(element)}`)
  return [what, part, unit, null, lastValue(country, element.id, cell), null, period.text, key]
}

function tintTotal(page: Draft, { asked }: TemplateSheet, index: number) {
  const total = asked[index]
  const at = (cell: string) => asked.findIndex((one) => one.element === total?.element && one.cell === cell)
  const [female, male] = [at('sex=female'), at('sex=male')]
  if (total?.cell !== '' || female < 0 || male < 0) return
  const [women, men, sum] = [female, male, index].map((found) => `$D$${FIRST_ROW + found}`)
  page.tint({
    type: 'expression',
    formula: `AND(COUNT(${women},${men},${sum})=3,${women}+${men}<>${sum})`,
    style: wrongSum,
    range: rangeRef(FIRST_ROW + index, VALUE),
  })
}
