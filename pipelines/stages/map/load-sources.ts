import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Country, countries, Place } from '../../../indicators/model/place.ts'
import { Calendar, Mapping } from './mapping.ts'

/** Everything that says how national files are read. */
export type Sources = {
  mappings: readonly Mapping[]
  places: Readonly<Record<Country, readonly Place[]>>
  calendars: Readonly<Record<Country, Calendar>>
  elements: ReadonlyMap<string, DataElement>
}

const ownFolder = join(import.meta.dirname, '..', '..', 'sources')

/**
 * Reads `pipelines/sources` and checks it against the logframe's elements.
 *
 * Errors  one, listing every mistake as `file:line: what is wrong`
 */
export function loadSources(elements: readonly DataElement[], folder = ownFolder): Sources {
  const mistakes: string[] = []
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null => {
    const lines = new LineCounter()
    const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter: lines })
    for (const { pos, message } of document.errors)
      mistakes.push(`${file}:${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`)
    const parsed = schema.safeParse(document.toJS())
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) {
      const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
      mistakes.push(`${file}:${lines.linePos(node?.range?.[0] ?? 0).line}: ${path.join('.')}: ${message}`)
    }
    return null
  }
  const perCountry = <Value>(of: (country: Country) => Value) =>
    Object.fromEntries(countries.map((country) => [country, of(country)])) as Record<Country, Value>
  const places = perCountry((country) => read(`${country}/places.yaml`, z.array(Place)) ?? [])
  const calendars = perCountry((country) => read(`${country}/calendar.yaml`, Calendar))
  const mappings = countries.flatMap((country) =>
    mappingFiles(join(folder, country)).flatMap((file) => read(`${country}/${file}`, Mapping) ?? []),
  )
  const known = new Map(elements.map((element) => [element.id, element]))
  mistakes.push(...mappings.flatMap((mapping) => unknownElements(mapping, known)))
  if (mistakes.length)
    throw new Error(`The descriptions of national files have mistakes:\n${mistakes.join('\n')}`)
  return { mappings, places, calendars: calendars as Record<Country, Calendar>, elements: known }
}

const mappingFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /^[A-Z]{3}-.*\.yaml$/.test(name))
    .sort()

function unknownElements(
  { country, id, tables }: Mapping,
  known: ReadonlyMap<string, DataElement>,
): string[] {
  const named = tables.flatMap(({ columns, measure }) => [
    ...columns,
    ...Object.values(measure?.labels ?? {}),
  ])
  return [...new Set(named.flatMap(({ element }) => (element && !known.has(element) ? [element] : [])))].map(
    (element) => `${country}/${id}.yaml: there is no data element ${element}`,
  )
}
