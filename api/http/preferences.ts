/** One entry of an Accept-like header, most wanted first; entries with q=0 are refused. */
export type Preference = { name: string; q: number }

export function preferences(header: string | undefined): Preference[] {
  return (header ?? '')
    .split(',')
    .map(parsePreference)
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.q - a.q)
}

function parsePreference(entry: string): Preference {
  const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
  const q = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1)
  return { name, q: Number.isFinite(q) ? q : 0 }
}

/**
 * The offer that is wanted most, in the order of offers where they are wanted alike; null where none is.
 * `wildcards` are the entries that cover an offer they do not name, from narrow to wide.
 */
export function choose<Offer extends string>(
  offers: readonly Offer[],
  wanted: readonly Preference[],
  wildcards: (offer: Offer) => readonly string[],
): Offer | null {
  if (wanted.length === 0) return offers[0] ?? null
  const qOf = (offer: Offer) =>
    [offer, ...wildcards(offer)]
      .map((name) => wanted.find((preference) => preference.name === name)?.q)
      .find((q) => q !== undefined) ?? 0
  const [best] = offers
    .map((offer) => ({ offer, q: qOf(offer) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
  return best?.offer ?? null
}
