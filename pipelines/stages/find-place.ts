import { type Place, parentOf, placeLevel } from '../../indicators/model/place.ts'
import { normaliseText } from './normalise-text.ts'

/** A country's register by the spellings its files use. */
export type Register = {
  /** The place a text names; `within` decides between places of one name. */
  find(text: string, within?: Place): Place | undefined
  nearest(text: string): Place | undefined
  country: Place
}

export function registerOf(places: readonly Place[]): Register {
  const bySpelling = new Map<string, Place[]>()
  for (const place of places)
    for (const spelling of new Set([place.name, place.code, ...place.aliases].map(normaliseText)))
      bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), place])
  const country = places.find(({ code }) => placeLevel(code) === 'country')
  if (!country) throw new Error('A register of places holds no country.')
  return {
    country,
    find(text, within) {
      const found = bySpelling.get(normaliseText(text)) ?? []
      return found.find(({ code }) => parentOf(code) === within?.code) ?? found[0]
    },
    nearest(text) {
      const wanted = normaliseText(text)
      const near = [...bySpelling].map(([spelling, [place]]) => ({
        place,
        distance: editDistance(wanted, spelling),
      }))
      const best = near.reduce((a, b) => (b.distance < a.distance ? b : a))
      return best.distance <= Math.max(2, wanted.length / 3) ? best.place : undefined
    },
  }
}

/** How many letters have to be put in, taken out or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1)
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    previous = current
  }
  return previous[b.length] ?? 0
}
