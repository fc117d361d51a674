import { type Place, placeLevel } from '../../../indicators/model/place.ts'
import { normaliseText } from '../values/normalise-text.ts'

/** A country's register by the spellings its files use. */
export type Register = {
  /** The places a text may name, and which of them it does: the only one there is inside `within`. */
  find(text: string, within?: Place | null): { place: Place | null; candidates: readonly Place[] }
  /** The known spelling most like a text, where one is. */
  nearest(text: string): string | null
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
      const candidates = bySpelling.get(normaliseText(text)) ?? []
      const fitting = candidates.filter(({ code }) => !within || `${code}-`.startsWith(`${within.code}-`))
      return { place: (fitting.length === 1 && fitting[0]) || null, candidates }
    },
    nearest(text) {
      const wanted = normaliseText(text)
      const near = [...bySpelling.values()].flatMap(([place]) =>
        [place?.name ?? '', ...(place?.aliases ?? [])].map((spelling) => ({
          spelling,
          distance: editDistance(wanted, normaliseText(spelling)),
        })),
      )
      const best = near.reduce((a, b) => (b.distance < a.distance ? b : a))
      return best.distance <= Math.max(2, wanted.length / 3) ? best.spelling : null
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
