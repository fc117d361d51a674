import type { Update } from '../../indicators/model/released.ts'
import { hrefTo, type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { type Source, sourcesOf } from './sources.ts'

export interface UpdateEntry {
  /** ISO, at the precision known. */
  datetime: string
  date: string
  country: { name: string; href: string | null }
  fact: Phrase
  areas: readonly { code: string; href: string }[]
  sources: readonly Source[]
}

function written(date: string, label: string, { locale: { format } }: PageContext): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return format.date(date)
  return /^\d{4}-\d{2}$/.test(date) ? format.month(date) : label
}

/** Newest first. */
export function updateEntries(context: PageContext, updates: readonly Update[]): readonly UpdateEntry[] {
  return updates
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map((update) => ({
      datetime: update.date,
      date: written(update.date, update.label, context),
      country: {
        name: placeName(context, update.country),
        href:
          update.country === 'KAZ' || update.country === 'TUN' || update.country === 'UGA'
            ? hrefTo(context, { page: 'country', code: update.country })
            : null,
      },
      fact: phraseOf(update.fact, context),
      areas: update.areas.map((code) => ({ code, href: hrefTo(context, { page: 'area', code }) })),
      sources: sourcesOf(update.source ?? ''),
    }))
}
