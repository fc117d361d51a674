import { termsOf } from '../logframe/formula-terms.ts'
import { type Cell, cellOf, dimensions, TOTAL } from '../model/breakdown.ts'
import type { Indicator } from '../model/indicator.ts'
import { LineageView, type PlaceName, type ReleaseLabel } from '../model/released.ts'
import type { RunSql } from '../model/run-sql.ts'
import { type LineageSource, lineageRows } from './lineage.sql.ts'

/** Delivered values by quarter and element. */
export type LineageIndex = ReadonlyMap<string, readonly LineageSource[]>

export async function readLineage(db: RunSql): Promise<LineageIndex> {
  const rows = await db.all<LineageSource>(lineageRows())
  return Map.groupBy(rows, ({ quarter, element }) => `${quarter}|${element}`)
}

type Asked = {
  indicator: Indicator
  quarter: string
  label: ReleaseLabel
  names: ReadonlyMap<string, PlaceName>
}

/** Whether anything was delivered for an indicator in a quarter. */
export const hasLineage = (index: LineageIndex, { formula }: Indicator, quarter: string) =>
  termsOf(formula).some(({ term }) => index.has(`${quarter}|${term.element}`))

/** What was delivered for one indicator in one quarter. */
export function lineageView(index: LineageIndex, { indicator, quarter, label, names }: Asked): LineageView {
  const wanted = cellsBehind(indicator)
  const rows = [...wanted].flatMap(([element, cells]) =>
    (index.get(`${quarter}|${element}`) ?? []).filter(({ cell }) => cells.has(cell)),
  )
  return LineageView.parse({
    release: label,
    indicator: indicator.id,
    quarter,
    rows: rows.map((row) => ({
      element: row.element,
      place: row.place,
      placeName: names.get(row.place)?.name ?? row.place,
      cell: row.cell,
      periodStart: row.period_start,
      periodEnd: row.period_end,
      deliveredAs: row.delivered_as,
      state: row.state,
      value: row.value,
      derived: row.derived,
      file: row.file,
      sheet: row.sheet,
      ref: row.ref,
      mapping: row.mapping,
    })),
  })
}

/** For each element the delivered cells that enter any shown cell of the indicator. */
function cellsBehind({ formula, breakdowns }: Indicator): Map<string, Set<Cell>> {
  const shown = [
    {},
    ...breakdowns.flatMap(({ by }) => dimensions[by].map((category) => ({ [by]: category }))),
  ]
  const wanted = new Map<string, Set<Cell>>()
  for (const { term } of termsOf(formula)) {
    const cells = wanted.get(term.element) ?? new Set<Cell>([TOTAL])
    for (const split of shown) cells.add(cellOf({ ...split, ...term.only }))
    wanted.set(term.element, cells)
  }
  return wanted
}
