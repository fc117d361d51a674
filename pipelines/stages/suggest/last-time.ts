import { cellOf } from '../../../indicators/model/breakdown.ts'
import type { Header } from '../map/find-header.ts'
import { isPath } from '../map/layout.ts'
import type { Mapping, TableMapping } from '../map/mapping.ts'
import { matchesSpelling } from '../values/normalise-text.ts'
import type { Use } from './use.ts'

/** What was settled for this country before. */
export type LastTime = {
  /** The table whose headers, and labels of rows, these mostly are; null where none is. */
  tableFor(header: Header, labels: readonly string[]): TableMapping | null
}

/** With a smaller share of known headers it is another table. */
const LEAST_SHARE = 0.6

export function lastTime(mappings: readonly Mapping[]): LastTime {
  const tables = mappings.flatMap((mapping) => mapping.tables)
  return {
    tableFor({ columns }, labels) {
      const shares = tables.map((table) => ({
        table,
        known: share(columns, ({ texts }) => lastUse(table, texts) !== null),
        given: share(table.columns, ({ header }) => columns.some(({ texts }) => isPath(texts, header))),
        rows: table.measure ? knownRows(Object.keys(table.measure.labels), labels) : 1,
      }))
      const [best] = shares
        .filter((one) => Math.min(one.known, one.given, one.rows) >= LEAST_SHARE)
        .sort((a, b) => b.known + b.given + b.rows - (a.known + a.given + a.rows))
      return best?.table ?? null
    },
  }
}

const share = <One>(all: readonly One[], is: (one: One) => boolean) =>
  all.length === 0 ? 0 : all.filter(is).length / all.length

const knownRows = (spellings: readonly string[], labels: readonly string[]) =>
  share(labels, (label) => spellings.some((spelling) => matchesSpelling(label, spelling)))

/** What a header or a label was read as in a table; null where it did not stand there. */
export function lastUse(table: TableMapping, texts: readonly string[]): Use | null {
  const { place = [], period, measure, columns, ignore, reason } = table
  const has = (wanted: string) => texts.some((text) => matchesSpelling(text, wanted))
  if (place.some(has)) return { use: 'place' }
  if (period.header !== undefined && has(period.header)) return { use: 'period' }
  if (measure && has(measure.header)) return { use: 'measure' }
  const column = columns.find(({ header }) => isPath(texts, header))
  const label = Object.entries(measure?.labels ?? {}).find(([spelling]) => isPath(texts, [spelling]))?.[1]
  const meaning = column ?? label
  if (meaning) {
    const { element = null, cell, deliveredAs = null } = meaning
    return { use: 'value', element, cell: cellOf(cell), deliveredAs }
  }
  return ignore.some(has) || (reason && has(reason.header)) ? { use: 'ignore' } : null
}
