import { type Cell, parseCell } from '../../../indicators/model/breakdown.ts'
import type { DeliveredAs } from '../../../indicators/model/observation.ts'
import type { Mapping, Meaning, TableMapping } from '../map/mapping.ts'
import { completionsFor } from './complete.ts'
import { type Counting, countedAs } from './counted-as.ts'
import type { Lexicon } from './lexicon.ts'
import { escaped } from './read-text.ts'
import type { SuggestedTable } from './suggest-table.ts'
import { isValue, type Suggested, type ValueUse } from './suggested.ts'

type Drafting = {
  lexicon: Lexicon
  sinceJanuary: boolean
  /** What a person answered where events could count from 1 January or for the period alone. */
  counted: DeliveredAs | null
  sheets: readonly string[]
  usualForm: TableMapping['period']['form']
}

/**
 * The description of a table from what its columns and labels are taken for; what is not yet known is left out.
 *
 * Shape   null where nothing would be read from it
 */
export function draftTable(found: SuggestedTable, drafting: Drafting): TableMapping | null {
  const { sheet, block, totals, last } = found
  const suggested = found.suggested.filter(({ sure }) => sure)
  const columns = suggested.filter(({ axis }) => axis === 'column')
  const labels = suggested.filter(({ axis }) => axis === 'row')
  const named = (use: string) => columns.filter((one) => one.use?.use === use && one.texts.length > 0)
  const period = periodOf(found, named('period')[0], drafting)
  const values = columns.filter((one) => isValue(one.use) && one.texts.length > 0)
  if (values.length === 0) return null
  const counting: Counting = { period: found.period, sinceJanuary: drafting.sinceJanuary }
  const meaning = (use: ValueUse) => meaningOf(use, counting, drafting)
  const [measure] = named('measure')
  const all = [...values, ...labels].flatMap(({ use }) => (isValue(use) ? [meaning(use)] : []))
  const deliveredAs = last?.deliveredAs ?? usualCounting(all)
  const differing = ({ byWords, ...one }: Counted): Meaning =>
    one.deliveredAs === deliveredAs && !(byWords && deliveredAs === 'period')
      ? { element: one.element, cell: one.cell }
      : one
  const place = found.placeOrder.flatMap((letters) =>
    named('place').flatMap(({ ref, texts }) =>
      ref.replace(/\d+$/, '') === letters ? (texts.at(-1) ?? []) : [],
    ),
  )
  const ignored = columns.filter(({ use }) => use?.use === 'ignore').map(({ texts }) => texts.at(-1) ?? '')
  return {
    sheet: patternFor(sheet.name, drafting.sheets),
    period,
    deliveredAs,
    anchor: anchorsOf([...place, ...[period.header, measure?.texts[0]].flatMap((one) => one ?? [])], values),
    headerRows: block.header.lastRow - block.header.firstRow + 1,
    ...(place.length > 0 ? { place } : {}),
    totals: [...new Set([...(last?.totals ?? []), ...totals])],
    ...(measure
      ? {
          measure: {
            header: measure.texts[0] ?? '',
            labels: labelMeanings(labels, (use) => differing(meaning(use))),
          },
        }
      : {}),
    ...(last?.reason ? { reason: last.reason } : {}),
    columns: values.flatMap(({ texts, use }) =>
      isValue(use) ? [{ header: texts, ...differing(meaning(use)) }] : [],
    ),
    ignore: [...new Set([...(last?.ignore ?? []), ...ignored])],
    complete: last?.complete ?? completionsFor(cellsGiven(values, labels)),
  }
}

/** Where no period stands anywhere the table is read as if it stood in the title, so that its sender is told to write it there. */
function periodOf(
  { period, last, asBefore, columnPeriod }: SuggestedTable,
  column: Suggested | undefined,
  { usualForm }: Drafting,
): TableMapping['period'] {
  if (last && (asBefore || (last.period.in === 'column' && column))) return last.period
  const [inColumn] = columnPeriod?.readings ?? []
  if (column && inColumn) return { form: inColumn.form, in: 'column', header: column.texts.at(-1) ?? '' }
  return period?.period ?? { form: usualForm, in: 'title' }
}

/** `byWords`: its own words say how it is counted, whatever the title says. */
type Counted = Meaning & { byWords: boolean }

function meaningOf(
  { element, cell, deliveredAs }: ValueUse,
  counting: Counting,
  { lexicon, counted }: Drafting,
): Counted {
  const known = element === null ? undefined : lexicon.elements.get(element)
  const as = known ? (countedAs(known, deliveredAs, counting) ?? counted) : deliveredAs
  const byTitle = known?.kind === 'flow' && deliveredAs === null && counted === null
  return {
    ...(element === null ? {} : { element }),
    cell: parseCell(cell),
    // “For nine months” in the title turns a period into a stretch since January, quarter by quarter.
    ...(as ? { deliveredAs: byTitle ? 'period' : as } : {}),
    byWords: !byTitle,
  }
}

/** Events that the title alone dates need `period` as the table's way; else the commonest is. */
function usualCounting(all: readonly Counted[]): DeliveredAs {
  if (all.some(({ byWords, deliveredAs }) => !byWords && deliveredAs)) return 'period'
  const counts = Map.groupBy(
    all.flatMap(({ deliveredAs }) => deliveredAs ?? []),
    (one) => one,
  )
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'period'
}

function labelMeanings(labels: readonly Suggested[], meaning: (use: ValueUse) => Meaning) {
  return Object.fromEntries(
    labels.flatMap(({ texts, use }) => (isValue(use) && texts[0] ? [[texts[0], meaning(use)]] : [])),
  )
}

/** Texts by which the header is found again; where places and periods have none, the first headers have to do. */
function anchorsOf(wanted: readonly string[], values: readonly Suggested[]): string[] {
  const first = values.find(({ texts }) => !wanted.includes(texts[0] ?? ''))?.texts[0]
  const all = wanted.length > 1 || first === undefined ? wanted : [...wanted, first]
  return [...new Set(all)]
}

/** The cells of each element in the table: each column's, or each label's under each column. */
function cellsGiven(values: readonly Suggested[], labels: readonly Suggested[]) {
  const given = new Map<string, Set<Cell>>()
  const add = (element: string | null, cell: Cell) => {
    if (element !== null) given.set(element, (given.get(element) ?? new Set()).add(cell))
  }
  const uses = (all: readonly Suggested[]) => all.flatMap(({ use }) => (isValue(use) ? [use] : []))
  for (const { element, cell } of uses(values)) add(element, cell)
  for (const row of uses(labels))
    for (const column of uses(values)) {
      const cells = [row.cell, column.cell].filter((cell) => cell !== '')
      if (column.element === null) add(row.element, cells.sort().join(';'))
    }
  return given
}

/** A sheet's name with its digits left open, unless that would fit another sheet of the file too. */
export function patternFor(name: string, others: readonly string[] = []): string {
  const literal = escaped(name.normalize('NFC'))
  const open = `^${literal.replace(/\p{Nd}+/gu, '\\d+')}$`
  const fits = others.filter((other) => new RegExp(open, 'u').test(other.normalize('NFC')))
  return fits.length > 1 ? `^${literal}$` : open
}

/** Whether a description that was settled before finds the sheet by its name. */
export const finds = ({ sheet }: TableMapping, name: string) =>
  new RegExp(sheet, 'u').test(name.normalize('NFC'))

/** The description most tables were read by before. */
export function mostUsed(found: readonly SuggestedTable[], mappings: readonly Mapping[]): Mapping | null {
  const used = found.flatMap(({ last }) => mappings.find(({ tables }) => last && tables.includes(last)) ?? [])
  const counts = Map.groupBy(used, ({ id }) => id)
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.[0] ?? null
}
