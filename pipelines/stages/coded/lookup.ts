import { nearest } from '../../../indicators/logframe/nearest.ts'
import { normaliseText } from '../values/normalise-text.ts'

/** Finds what a code means. */
export type Lookup<Meaning> = {
  /** Every meaning of a code: as it stands, for identifiers know capitals; else as two people write the same word. */
  all(code: string): Meaning[]
  /** The only meaning of a code; undefined for none and for several. */
  find(code: string): Meaning | undefined
  nearest(code: string): string | undefined
}

export type CodeEntries<Meaning> = readonly (readonly [code: string, meaning: Meaning])[]

const LONGEST_CODE = 60

/** Where the first entries know a code, the second ones are not asked. */
export function lookupOf<Meaning>(...tiers: readonly CodeEntries<Meaning>[]): Lookup<Meaning> {
  const indexes = tiers.flatMap((entries) => [indexOf(entries, (code) => code), indexOf(entries, plainOf)])
  const all = (code: string) => {
    const [found] = indexes.flatMap((index) => index(code) ?? [])
    return found ? [...found.values()] : []
  }
  return {
    all,
    find(code) {
      const [first, ...others] = all(code)
      return others.length === 0 ? first : undefined
    },
    nearest: remembered((code) =>
      code.length > LONGEST_CODE
        ? undefined
        : nearest(
            code,
            tiers.flat().map(([known]) => known),
          ),
    ),
  }
}

/** Meanings that are the same in every part are one. */
function indexOf<Meaning>(entries: CodeEntries<Meaning>, keyOf: (code: string) => string) {
  const index = new Map<string, Map<string, Meaning>>()
  for (const [code, meaning] of entries)
    index.set(keyOf(code), (index.get(keyOf(code)) ?? new Map()).set(JSON.stringify(meaning), meaning))
  return (code: string) => index.get(keyOf(code))
}

/** A code as two people write the same word. */
export const plainOf = (code: string) => normaliseText(code).replace(/[_-]+/g, ' ').trim()

/** A wrong code stands in many rows, and looking for the nearest one is slow. */
export function remembered<Found>(find: (code: string) => Found): (code: string) => Found {
  const known = new Map<string, Found>()
  return (code) => {
    const before = known.get(code)
    if (before !== undefined) return before
    const found = find(code)
    known.set(code, found)
    return found
  }
}
