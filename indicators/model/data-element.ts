import { z } from 'zod'
import { type Cell, cellOf, Dimension, dimensions } from './breakdown.ts'
import { Text } from './text.ts'

/** S0 ordinary, S1 small-cell sensitive (country and region), S2 restricted (country and programme only). */
export const Sensitivity = z.enum(['S0', 'S1', 'S2'])
export type Sensitivity = z.infer<typeof Sensitivity>

export const Frequency = z.enum(['quarterly', 'six-monthly', 'annual'])
export type Frequency = z.infer<typeof Frequency>

/**
 * One thing a country counts.
 *
 * `kind` says whether periods may be added (`flow`) or the latest counts (all others).
 * `scope` says who is expected to report it: every facility, programme facilities, each region, or the country once.
 * `people` marks counts of persons, which disclosure control protects.
 */
export const DataElement = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  title: Text,
  kind: z.enum(['stock', 'flow', 'cumulative', 'status', 'ordinal', 'score', 'text']),
  people: z.boolean(),
  dimensions: z.array(Dimension),
  /** Dimensions delivered crossed as well; all others are lists side by side. */
  crosses: z.array(z.array(Dimension).min(2)).optional(),
  scope: z.enum(['all-facilities', 'programme-facilities', 'regions', 'country']),
  frequency: Frequency,
  sensitivity: Sensitivity,
})
export type DataElement = z.infer<typeof DataElement>

/** Every cell an element can be delivered by, besides its total. */
export function cellsOf(element: Pick<DataElement, 'dimensions' | 'crosses'>): Cell[] {
  const splits = [...element.dimensions.map((by) => [by]), ...(element.crosses ?? [])]
  return splits.flatMap((split) =>
    split
      .reduce<Record<string, string>[]>(
        (cells, by) =>
          cells.flatMap((cell) => dimensions[by].map((category) => ({ ...cell, [by]: category }))),
        [{}],
      )
      .map(cellOf),
  )
}
