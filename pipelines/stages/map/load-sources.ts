import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { openYaml, type ReadPart, readPart } from '../../../indicators/logframe/yaml-file.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Country, countries, Place } from '../../../indicators/model/place.ts'
import { Codes } from '../coded/codes.ts'
import { Correction, checkCorrections } from '../corrections/correction.ts'
import { checkMapping } from './check-mapping.ts'
import { Calendar, Mapping } from './mapping.ts'

/** Everything that says how national files are read. */
export type Sources = {
  /** The newest version of each description. */
  mappings: readonly Mapping[]
  /** Versions that newer ones took the place of, newest first: stored files are read by theirs for good. */
  earlier: readonly Mapping[]
  places: Readonly<Record<Country, readonly Place[]>>
  calendars: Readonly<Record<Country, Calendar>>
  /** What the codes of a country's own system mean, where somebody has said it. */
  codes?: Readonly<Partial<Record<Country, Codes | undefined>>>
  elements: ReadonlyMap<string, DataElement>
  /** What is put right of delivered values, shipped and decided here. */
  corrections: Readonly<Record<Country, readonly Correction[]>>
}

const ownFolder = join(import.meta.dirname, '..', '..', 'sources')

/**
 * Reads `pipelines/sources` and over it the folder of learned descriptions, each with its corrections, and checks
 * both against the logframe's elements. A learned description stands for a shipped one of the same version.
 *
 * Errors  one, listing every mistake as `file:line: what is wrong`
 */
export function loadSources(
  elements: readonly DataElement[],
  folder = ownFolder,
  learned: string | null = null,
): Sources {
  const mistakes: string[] = []
  const taken = <Value>({ found, problems }: ReadPart<Value>, where = '') => {
    for (const { file, line, message } of problems) mistakes.push(`${where}${file}:${line}: ${message}`)
    return found
  }
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) =>
    taken(readPart(openYaml(folder, file), schema))?.value
  const perCountry = <Value>(of: (country: Country) => Value) =>
    Object.fromEntries(countries.map((country) => [country, of(country)])) as Record<Country, Value>
  const places = perCountry((country) => read(`${country}/places.yaml`, z.array(Place)) ?? [])
  const calendars = perCountry((country) => read(`${country}/calendar.yaml`, Calendar))
  const codes = perCountry((country) =>
    existsSync(join(folder, country, 'codes.yaml')) ? read(`${country}/codes.yaml`, Codes) : undefined,
  )
  const known = new Map(elements.map((element) => [element.id, element]))
  const described = (base: string, where: string) =>
    countries.flatMap((country) =>
      mappingFiles(base, country).flatMap((file) => {
        const located = taken(readPart(openYaml(base, file), Mapping), where)
        const misfits = located ? checkMapping(located.value, known, { file: basename(file), country }) : []
        for (const { path, message } of misfits)
          mistakes.push(`${where}${file}:${located?.lineOf(...path)}: ${message}`)
        return located?.value ?? []
      }),
    )
  const shipped = described(folder, '')
  const corrected = (base: string, country: Country, where: string) => {
    const file = `${country}/corrections.yaml`
    if (!existsSync(join(base, file))) return []
    const located = taken(readPart(openYaml(base, file), z.array(Correction)), where)
    const about = { country, places: places[country], elements: known }
    for (const { path, message } of located ? checkCorrections(located.value, about) : [])
      mistakes.push(`${where}${file}:${located?.lineOf(...path)}: ${message}`)
    return located?.value ?? []
  }
  const corrections = perCountry((country) => [
    ...corrected(folder, country, ''),
    ...(learned === null ? [] : corrected(learned, country, 'mappings/')),
  ])
  const all = [...(learned === null ? [] : described(learned, 'mappings/')), ...shipped]
  mistakes.push(...Object.values(codes).flatMap((one) => (one ? misfitCodes(one, known) : [])))
  if (mistakes.length)
    throw new Error(`The descriptions of national files have mistakes:\n${mistakes.join('\n')}`)
  const dated = calendars as Record<Country, Calendar>
  return { ...byVersion(all), places, calendars: dated, codes, elements: known, corrections }
}

function mappingFiles(base: string, country: Country): string[] {
  try {
    return readdirSync(join(base, country))
      .filter((name) => /^[A-Z]{3}-.*\.yaml$/.test(name))
      .sort()
      .map((name) => `${country}/${name}`)
  } catch {
    return []
  }
}

/** Of two with the same version the first counts. */
function byVersion(all: readonly Mapping[]): Pick<Sources, 'mappings' | 'earlier'> {
  const ids = [...new Set(all.map(({ id }) => id))].sort()
  const lines = ids.map((id) =>
    all
      .filter((mapping) => mapping.id === id)
      .filter(({ version }, index, same) => same.findIndex((one) => one.version === version) === index)
      .sort((a, b) => b.version - a.version),
  )
  return {
    mappings: lines.flatMap(([newest]) => newest ?? []),
    earlier: lines.flatMap(([, ...older]) => older),
  }
}

/** A description by the version a file was read by; null where it is no longer there. */
export const mappingOf = ({ mappings, earlier }: Sources, wanted: { id: string; version: number }) =>
  [...mappings, ...earlier].find(({ id, version }) => id === wanted.id && version === wanted.version) ?? null

/** Elements and cells named by codes that the logframe does not have. */
const misfitCodes = ({ country, elements }: Codes, known: ReadonlyMap<string, DataElement>) =>
  elements
    .filter(({ element }) => !known.has(element))
    .map(({ element }) => `${country}/codes.yaml: there is no data element ${element}`)
