import { added, type Figure, silent } from './figure.ts'
import type { Part } from './local-figure.ts'

/** What is known of the people of a window: each activity in each of its periods, newcomers, and all there are. */
export type KnownPeople = {
  /** Activity → its periods, oldest first. */
  activities: readonly (readonly Part[])[]
  /** Those never counted before, added over the window. */
  firstTime: Part | null
  base: Part | null
  sinceStart: boolean
}

/**
 * Different people in one country or region.
 *
 * Shape   one number only where it is exact: everybody's first time since the start was counted, or there was one
 *         count. Otherwise at least as many as any one count (or as all newcomers), and at most as many as all counts
 *         together or as there are; without all counts there is no upper end but the latter
 * Source  docs/methods.md, "Different people"
 */
export function peopleFigure(of: Part, known: KnownPeople): Figure {
  if (of.state === 'not_due') return of
  const { activities, firstTime, base } = known
  const counts = activities.flat()
  const told = counts.flatMap(({ value }) => value ?? [])
  if (firstTime && isExact(of, told, known)) return firstTime
  const newcomers = firstTime?.value ?? 0
  if (told.length === 0 && firstTime?.state !== 'observed') return of
  const isWhole = counts.every(
    ({ state, partial }) => state === 'not_applicable' || (state === 'observed' && !partial),
  )
  const low = Math.max(newcomers, ...told)
  const highs = [isWhole ? added(told) : null, base && !base.partial && !base.carried ? base.value : null]
  // An end below the other one is no end: the counts contradict each other.
  const possible = highs.flatMap((high) => (high === null || high < low ? [] : high))
  return between(
    { ...silent('observed', of.coverage), partial: !isWhole || of.partial },
    low,
    possible.length === 0 ? null : Math.min(...possible),
  )
}

/** First times are everybody where they were counted wherever people were, and are no fewer than any one count. */
function isExact(of: Part, told: readonly number[], { firstTime, sinceStart }: KnownPeople) {
  if (!sinceStart || firstTime?.state !== 'observed' || firstTime.partial) return false
  const isCounted = (firstTime.coverage?.reported ?? 0) >= (of.coverage?.reported ?? 0)
  return isCounted && (firstTime.value ?? 0) >= Math.max(0, ...told)
}

/** One number where both ends meet, bounds where they do not. */
export const between = (figure: Figure, low: number, high: number | null): Figure =>
  low === high ? { ...figure, value: low } : { ...figure, bounds: { low, high } }

export const lowOf = ({ value, bounds }: Figure) => value ?? bounds?.low ?? 0
export const highOf = ({ value, bounds }: Figure) => value ?? bounds?.high ?? null
