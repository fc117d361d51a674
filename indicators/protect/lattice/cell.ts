import type { LinkedCell } from '../suppress/linked-tables.ts'

/** A number of people as a cell, and below what number such people are few. */
export type NumberCell = LinkedCell & { readonly threshold: number }

/** A number that could be told one by one. Nobody is not small: it is shown as zero. */
export const isSmall = (count: number, threshold: number) => count !== 0 && Math.abs(count) < threshold

/** A number nobody shows; the same at another time has the same name but for its quarters. */
export function numberCell(id: string, count: number, threshold: number): NumberCell {
  const [quarter = ''] = id.match(QUARTERS) ?? []
  return {
    id,
    count,
    threshold,
    least: Math.min(0, count),
    most: Number.POSITIVE_INFINITY,
    series: id.replaceAll(QUARTERS, ''),
    time: 4 * Number(quarter.slice(0, 4)) + Number(quarter.slice(6)),
    cost: null,
    ...(isSmall(count, threshold) ? { secret: { width: threshold - 1, values: threshold } } : {}),
  }
}

const QUARTERS = /\d{4}-Q\d/g
