import { coded } from '../model/coded.ts'
import { type Country, countries } from '../model/place.ts'
import type { Readings } from '../model/readings.ts'
import type { RunSql } from '../model/run-sql.ts'
import {
  type ApartRow,
  apartRows,
  type ReadingRow,
  readingRows,
  type SourceRow,
  sourceRows,
} from './readings.sql.ts'

/** Every value delivered of one element, by country; countries that delivered none are left out. */
export async function readingsOf(db: RunSql, element: string): Promise<Readings[]> {
  const sources = await db.all<SourceRow>(sourceRows(element))
  if (sources.length === 0) return []
  const rows = await db.all<ReadingRow>(readingRows(element))
  const apart = await db.all<ApartRow>(apartRows(element))
  return countries.flatMap((country) => {
    const own = sources.filter((source) => source.country === country)
    const numbers = new Map(own.map(({ source }, at) => [source, at]))
    const mine = rows.filter(({ source }) => numbers.has(source))
    if (mine.length === 0) return []
    return columnsOf(
      { element, country, sources: own, numbers },
      mine,
      apart.filter((one) => one.country === country),
    )
  })
}

type Head = {
  element: string
  country: Country
  sources: readonly SourceRow[]
  numbers: ReadonlyMap<number, number>
}

function columnsOf(
  { element, country, sources, numbers }: Head,
  rows: readonly ReadingRow[],
  changed: readonly ApartRow[],
): Readings {
  const left = changed.flatMap(({ periodStart, periodEnd, ...one }) =>
    periodStart === null || periodEnd === null ? [] : { ...one, periodStart, periodEnd },
  )
  return {
    element,
    country,
    sources: sources.map(({ source: _, country: __, ...told }) => told),
    source: rows.map(({ source }) => numbers.get(source) ?? -1),
    place: coded(rows.map(({ place }) => place)),
    cell: coded(rows.map(({ cell }) => cell)),
    state: coded(rows.map(({ state }) => state)),
    value: rows.map(({ value }) => value),
    derived: rows.flatMap(({ derived }, row) => (derived ? [row] : [])),
    ref: rows.map(({ ref }) => ref),
    apart: {
      row: left.map(({ row }) => row),
      periodStart: left.map(({ periodStart }) => periodStart),
      periodEnd: left.map(({ periodEnd }) => periodEnd),
      value: left.map(({ value }) => value),
      joined: left.map(({ joined }) => joined === true),
      less: left.map(({ less }) => less ?? []),
    },
    unused: changed.flatMap(({ row, periodEnd }) => (periodEnd === null ? [row] : [])),
  }
}
