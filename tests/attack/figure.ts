import type { Indicator } from '../../indicators/model/indicator.ts'

export type Part = 'value' | 'numerator' | 'denominator'

/**
 * What all channels together say of one figure of one release.
 *
 * Shape   `numbers` has what was shown anywhere, `at` where first
 */
export type Figure = {
  release: string
  indicator: string
  place: string
  quarter: string
  cell: string
  state: string
  numbers: Partial<Record<Part, number>>
  at: Partial<Record<Part, string>>
}

/** Two channels that do not say the same of a figure: one of them withholds or tells otherwise. */
export type Disagreement = { figure: string; part: Part; first: string; second: string }

export type Known = {
  figures: Figure[]
  /** By id, as the newest release defines them. */
  indicators: ReadonlyMap<string, Indicator>
  disagreements: Disagreement[]
}

export const nameOf = ({
  release,
  indicator,
  place,
  quarter,
  cell,
}: Omit<Figure, 'state' | 'numbers' | 'at'>) => [release, indicator, place, quarter, cell].join(' ')
