import type { Computed } from '../compute/compute-indicators.ts'
import { parseCell } from '../model/breakdown.ts'
import { placeLevel } from '../model/place.ts'
import type { ShownShare } from '../model/released.ts'

/** How many of the figures there are an edition shows, level by level: all of them, and those about women. */
export function shownShares(values: Computed['values']): ShownShare[] {
  const figures = values.filter(({ state }) => state === 'observed' || state === 'suppressed')
  return (['programme', 'country', 'region'] as const).map((level) => {
    const own = figures.filter(({ place }) => placeLevel(place) === level)
    return {
      level,
      all: share(own),
      women: share(own.filter(({ cell }) => parseCell(cell).sex === 'female')),
    }
  })
}

const share = (figures: Computed['values']) => ({
  shown: figures.filter(({ state }) => state === 'observed').length,
  of: figures.length,
})
