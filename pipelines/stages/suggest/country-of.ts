import { type Country, countries } from '../../../indicators/model/place.ts'
import type { Sheet } from '../decode/sheet.ts'
import { registerOf } from '../map/find-place.ts'
import type { Sources } from '../map/load-sources.ts'

const ROWS_READ = 300

/** Whose file it is, by the places it names: the country of most of them; null where none is ahead. */
export function countryOf(sheets: readonly Sheet[], { places }: Pick<Sources, 'places'>): Country | null {
  const texts = sheets.flatMap(({ rows }) =>
    rows.slice(0, ROWS_READ).flatMap(({ cells }) => cells.slice(0, 4).map(({ text }) => text)),
  )
  const [first, second] = countries
    .map((country) => {
      const register = registerOf(places[country])
      return { country, named: texts.filter((text) => register.find(text).candidates.length > 0).length }
    })
    .sort((a, b) => b.named - a.named)
  return first && first.named > (second?.named ?? 0) ? first.country : null
}
