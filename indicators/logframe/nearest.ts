/** The known word most like `word`, or nothing when none is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.ceil(word.length / 3))
  let best: { name: string; distance: number } | undefined
  for (const name of known) {
    const distance = editDistance(word.toLowerCase(), name.toLowerCase())
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name, distance }
  }
  return best?.name
}

/** `write "title"`, or what there is to choose from. */
export function instead(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  const all = known.length <= 24 ? known.join(', ') : ''
  if (near) return `write ${near}${all ? ` (known: ${all})` : ''}`
  return all ? `write one of ${all}` : 'no known one is like it'
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[to.length] ?? 0
}
