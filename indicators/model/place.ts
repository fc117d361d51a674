import { z } from 'zod'

/** Programme countries, ISO 3166-1 alpha-3, in the fixed order of every table and chart. */
export const countries = ['KAZ', 'TUN', 'UGA'] as const
export const Country = z.enum(countries)
export type Country = z.infer<typeof Country>

export const PROGRAMME = 'ALL'

/** `ALL`, `KAZ`, `KAZ-R1` (region) or `KAZ-R1-01` (facility). The level is the number of parts. */
export const PlaceCode = z.string().regex(/^(ALL|[A-Z]{3}(-[A-Z0-9]+){0,2})$/)
export type PlaceCode = z.infer<typeof PlaceCode>

export const placeLevels = ['programme', 'country', 'region', 'facility'] as const
export type PlaceLevel = (typeof placeLevels)[number]

export const placeLevel = (code: PlaceCode): PlaceLevel =>
  code === PROGRAMME ? 'programme' : (placeLevels[code.split('-').length] ?? 'facility')

export const countryOf = (code: PlaceCode): Country | null =>
  code === PROGRAMME ? null : Country.parse(code.slice(0, 3))

/** The place one level up; the programme has none. */
export function parentOf(code: PlaceCode): PlaceCode | null {
  if (code === PROGRAMME) return null
  const cut = code.lastIndexOf('-')
  return cut < 0 ? PROGRAMME : code.slice(0, cut)
}

/** A place as a country's register has it. Units open, close and change; a report outside the dates is a finding. */
export const Place = z.strictObject({
  code: PlaceCode,
  name: z.string(),
  /** How the country's own files spell it. */
  aliases: z.array(z.string()),
  kind: z.enum([
    'country',
    'region',
    'closed',
    'semi-open',
    'remand',
    'women',
    'juvenile',
    'mixed',
    'medical',
  ]),
  /** Whether the programme works here. */
  programme: z.boolean(),
  opened: z.iso.date().nullable(),
  closed: z.iso.date().nullable(),
})
export type Place = z.infer<typeof Place>
