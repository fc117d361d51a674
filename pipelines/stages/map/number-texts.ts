import { type NumberText, type StyleFound, shownBy, styleOf } from '../values/number-style.ts'
import type { ValueStyle } from '../values/read-value.ts'
import { blockRows, meaningOf } from './map-rows.ts'
import type { FoundTable, Reading } from './map-table.ts'

/** How a file writes its values, with the likely answer where that has to be asked. */
export type FileStyle = ValueStyle & Pick<StyleFound, 'likely'>

/** All tables of a file are written in one style; what was answered about it counts as it is. */
export function fileStyle(tables: readonly FoundTable[], { mapping, answers }: Reading): FileStyle {
  const { marks, numbers = null } = mapping
  if (numbers && answers.decimal !== undefined) return { marks, numbers, likely: null }
  const seen = new Set<string>()
  const { style, likely } = styleOf(
    tables.flatMap((table) => numberTexts(table, seen)),
    numbers,
  )
  return { marks, numbers: style, likely }
}

/** The texts in place of a number, each once, that are another number where another mark stands before decimals. */
function numberTexts(found: FoundTable, seen: Set<string>): NumberText[] {
  const { columns, table, reading } = found
  const kindOf = (element: string | undefined) => reading.sources.elements.get(element ?? '')?.kind
  return blockRows(found).flatMap(({ cells }) => {
    const label = cells.find(({ column }) => column === columns.measure)?.text ?? ''
    const ofRow = table.measure && meaningOf(label, table.measure.labels)
    return cells.flatMap(({ column, text, kind }) => {
      if (kind !== 'text' || !/[.,،．，]/.test(text)) return []
      const mapping = columns.values.find((one) => one.column === column)?.mapping
      const valueKind = kindOf(mapping?.element ?? ofRow?.element)
      if (!valueKind || valueKind === 'status' || valueKind === 'text') return []
      const key = `${valueKind === 'score'} ${text}`
      if (seen.has(key)) return []
      seen.add(key)
      if (!shownBy(text)) return []
      return [{ text, whole: valueKind !== 'score' }]
    })
  })
}
