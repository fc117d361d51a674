import type { Cell } from '../model/breakdown.ts'
import { definitionFor } from '../model/definition-history.ts'
import { quarterOf } from '../model/period.ts'
import { countries } from '../model/place.ts'
import type { LineageRow, LineageView } from '../model/released.ts'
import { benchOf, measuresOf } from './local-use.ts'
import { lineageRow, readingsAt } from './reading.ts'
import type { InnerSource, Source } from './source.ts'

/**
 * What was delivered for one indicator in one quarter, whatever became of it.
 *
 * Shape   null where the indicator is not known, or nothing was delivered
 */
export async function lineageView(
  source: Source & { inner: InnerSource },
  id: string,
  quarter: string,
): Promise<LineageView | null> {
  const view = await source.indicator(id)
  if (!view) return null
  const { elements } = await source.definitions()
  const definition = definitionFor(view.indicator, quarter)
  const bench = await benchOf(source.inner, elements, definition)
  const wanted = new Map<string, Set<Cell>>()
  for (const { measure } of bench.index.questions.flatMap((question) => measuresOf(bench, question)))
    wanted.set(measure.element, (wanted.get(measure.element) ?? new Set()).add(measure.cell))
  const rows: LineageRow[] = []
  for (const [element, cells] of wanted)
    rows.push(...(await delivered(source.inner, element, cells, quarter)))
  return rows.length === 0 ? null : { release: view.release, indicator: id, quarter, rows }
}

async function delivered(inner: InnerSource, element: string, cells: ReadonlySet<Cell>, quarter: string) {
  const names = new Map((await inner.units()).map(({ code, name }) => [code, name]))
  const found = await Promise.all(
    countries.map(async (country) => {
      const readings = await inner.readings(element, country)
      if (!readings) return []
      return readingsAt(
        readings,
        (cell) => cells.has(cell),
        () => true,
      )
        .filter(({ from }) => quarterOf(from.periodEnd) === quarter)
        .map((reading) => lineageRow(readings, reading, names.get(reading.place) ?? reading.place))
    }),
  )
  return found.flat()
}
