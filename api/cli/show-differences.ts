import type { Difference, Differences } from '../contract/check-file.ts'

const NAMED = 5

/** `42 new · 3 changed · 1 suspicious (women trained, Sfax: 15 → 66, +340 %) · 0 removed`; nothing for a first report. */
export function showDifferences(differences: Differences | null): string[] {
  if (!differences) return []
  const { listed, suspicious, changed, removed } = differences
  return [
    [
      `${differences.new} new`,
      `${changed} changed`,
      `${suspicious} suspicious${named(
        listed.filter((one) => one.suspicious),
        suspicious,
      )}`,
      `${removed} removed${named(
        listed.filter(({ kind }) => kind === 'removed'),
        removed,
      )}`,
    ].join(' · '),
  ]
}

function named(listed: readonly Difference[], all: number): string {
  if (all === 0) return ''
  const told = listed.slice(0, NAMED).map(tell)
  return ` (${[...told, ...(all > told.length ? [`… and ${all - told.length} more`] : [])].join('; ')})`
}

function tell({ title, cell, placeName, was, now }: Difference): string {
  const what = [title, cell, placeName].filter((part) => part !== '').join(', ')
  const grown =
    typeof was === 'number' && typeof now === 'number' && was > 0 ? (100 * (now - was)) / was : null
  const change = grown === null ? '' : `, ${grown > 0 ? '+' : '−'}${Math.round(Math.abs(grown))} %`
  return `${what}: ${was ?? 'nothing'} → ${now ?? 'nothing'}${change}`
}
