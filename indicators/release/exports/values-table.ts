import { definitionFor } from '../../model/definition-history.ts'
import type { ColumnName } from '../../model/value-columns.ts'
import type { EditionContent } from '../views.ts'

/**
 * Every value of an edition as columns of equal length, in logframe order.
 *
 * Unit    that of the definition the value was computed by, named in `unit`; percentages 0–100. A number is null where `state` is not `observed`
 */
export function valuesTable({ computed, logframe }: EditionContent) {
  const indicators = new Map(logframe.indicators.map((indicator) => [indicator.id, indicator]))
  const status = new Map(
    computed.standings.map((standing) => [
      `${standing.indicator}|${standing.place}|${standing.quarter}|${standing.cell}`,
      standing.status,
    ]),
  )
  const rows = computed.values
  const definitions = rows.map(({ indicator: id, quarter }) => {
    const indicator = indicators.get(id)
    return indicator && definitionFor(indicator, quarter)
  })
  return {
    indicator: rows.map(({ indicator }) => indicator),
    code: rows.map(({ indicator }) => indicators.get(indicator)?.code ?? ''),
    place: rows.map(({ place }) => place),
    quarter: rows.map(({ quarter }) => quarter),
    cell: rows.map(({ cell }) => cell),
    state: rows.map(({ state }) => state),
    value: rows.map(({ value }) => value),
    numerator: rows.map(({ numerator }) => numerator),
    denominator: rows.map(({ denominator }) => denominator),
    low: rows.map(({ bounds }) => bounds?.low ?? null),
    high: rows.map(({ bounds }) => bounds?.high ?? null),
    unit: definitions.map((definition) => definition?.unit ?? ''),
    partial: rows.map(({ partial }) => partial),
    carried: rows.map(({ carried }) => carried),
    coverage_reported: rows.map(({ coverage }) => coverage?.reported ?? null),
    coverage_expected: rows.map(({ coverage }) => coverage?.expected ?? null),
    status: rows.map(
      ({ indicator, place, quarter, cell }) => status.get(`${indicator}|${place}|${quarter}|${cell}`) ?? null,
    ),
    definition_version: definitions.map((definition) => definition?.version ?? null),
  } satisfies Record<ColumnName, readonly unknown[]>
}
export type ValuesColumns = ReturnType<typeof valuesTable>
