import { z } from 'zod'
import { dimensions } from '../../../indicators/model/breakdown.ts'
import type { Country } from '../../../indicators/model/place.ts'
import { registerOf } from '../map/find-place.ts'
import type { Sources } from '../map/load-sources.ts'
import { type Categories, codeBookOf } from './code-book.ts'
import type { Codes } from './codes.ts'
import { type Lookup, lookupOf } from './lookup.ts'

/** Of a metadata export only this is read; users, sharing and dates are not looked at. */
const Named = z.object({
  id: z.string(),
  code: z.string().optional(),
  name: z.string().optional(),
  shortName: z.string().optional(),
})
const References = z.array(z.object({ id: z.string() })).default([])
export const Dhis2Metadata = z.object({
  dataElements: z.array(Named).default([]),
  dataSets: z.array(Named).default([]),
  organisationUnits: z.array(Named).default([]),
  categories: z.array(Named.extend({ categoryOptions: References })).default([]),
  categoryOptions: z.array(Named).default([]),
  categoryOptionCombos: z.array(Named.extend({ categoryOptions: References })).default([]),
})
export type Dhis2Metadata = z.infer<typeof Dhis2Metadata>
type Named = z.infer<typeof Named>

/** Codes as far as they explain themselves, and what a person has to map or leave out on purpose. */
export type CodesDraft = {
  codes: Codes
  unmapped: Record<'elements' | 'places' | 'categories' | 'options' | 'combos', string[]>
}

const spellingsOf = ({ id, code, name, shortName }: Named): string[] => [
  ...new Set([id, code, name, shortName].flatMap((text) => (text ? [text] : []))),
]

const shown = (named: Named) => spellingsOf(named).join(' · ')

/**
 * A DHIS2 metadata export → a draft of a country's codes, over those it has.
 *
 * Shape   what was mapped by a person before stays; nothing is mapped but by a code or name that means one thing
 */
export function readDhis2Metadata(metadata: Dhis2Metadata, sources: Sources, country: Country): CodesDraft {
  const { codes: before, elements: knownElements } = codeBookOf(sources, country)
  const titles = titlesOf(sources)
  const elements = split(metadata.dataElements, (one) => {
    const own = firstOf(spellingsOf(one), knownElements.find)
    const titled = firstOf(spellingsOf(one), titles.find)
    const found = own
      ? { element: own.element.id, cell: own.cell }
      : titled
        ? { element: titled, cell: {} }
        : undefined
    const isPart = found && Object.keys(found.cell).length > 0
    return (
      found && { element: found.element, ...(isPart ? { cell: found.cell } : {}), codes: spellingsOf(one) }
    )
  })
  const register = registerOf(sources.places[country])
  const places = split(metadata.organisationUnits, (one) => {
    const place = firstOf(
      spellingsOf(one),
      (text) => (text.length > 2 ? register.find(text).place : null) ?? undefined,
    )
    return (
      place && ([place.code, spellingsOf(one).filter((text) => register.find(text).place !== place)] as const)
    )
  })
  const options = optionsOf(metadata, sources, country)
  const combos = split(metadata.categoryOptionCombos, (one) => {
    const cells = one.categoryOptions.map(({ id }) => options.cells.get(id))
    const isWhole = cells.every((cell) => cell !== undefined)
    const isSaid = one.categoryOptions.length > 0 || one.name === 'default'
    return isWhole && isSaid
      ? { cell: Object.assign({}, ...cells) as Categories, codes: spellingsOf(one) }
      : undefined
  })
  const codes = {
    ...before,
    version: before.title === '' ? 1 : before.version + 1,
    title: before.title || 'DHIS2',
    structures: [
      ...before.structures,
      ...fresh(metadata.dataSets.map(spellingsOf), before.structures.flat()),
    ],
    elements: [...before.elements, ...freshBy(elements.found, before.elements)],
    places: {
      ...Object.fromEntries(places.found.filter(([, spellings]) => spellings.length > 0)),
      ...before.places,
    },
    categories: [...before.categories, ...freshBy(options.categories, before.categories)],
    combos: [...before.combos, ...freshBy(combos.found, before.combos)],
    attributes: [...new Set([...before.attributes, ...defaultsOf(metadata)])],
  }
  return {
    codes,
    unmapped: {
      elements: elements.left
        .map(shown)
        .filter((text) => !before.ignore.elements.some((code) => text.includes(code))),
      places: places.left.map(shown),
      categories: options.unmapped.categories,
      options: options.unmapped.options,
      combos: combos.left.map(shown),
    },
  }
}

/** Titles of elements in every language; a title two elements share names neither. */
const titlesOf = ({ elements }: Sources): Lookup<string> =>
  lookupOf(
    [...elements.values()].flatMap(({ id, title }) =>
      Object.values(title).map((text = '') => [text.replace(/°$/, ''), id] as const),
    ),
  )

function optionsOf(metadata: Dhis2Metadata, sources: Sources, country: Country) {
  const book = codeBookOf(sources, country)
  const byId = new Map(metadata.categoryOptions.map((option) => [option.id, option]))
  const cells = new Map<string, Categories>()
  const unmapped = { categories: [] as string[], options: [] as string[] }
  const categories = metadata.categories.flatMap((category) => {
    const members = category.categoryOptions.flatMap(({ id }) => byId.get(id) ?? [])
    if (category.name === 'default') return []
    const known = firstOf(spellingsOf(category), book.category) ?? dimensionOf(members, book.category)
    if (!known) unmapped.categories.push(shown(category))
    const options = members.flatMap((option) => {
      const cell = known && firstOf(spellingsOf(option), known.find)
      if (known && !cell) unmapped.options.push(`${shown(option)} (${shown(category)})`)
      if (cell) cells.set(option.id, cell)
      return cell ? [{ cell, codes: spellingsOf(option) }] : []
    })
    return options.length > 0 ? [{ codes: spellingsOf(category), options }] : []
  })
  for (const { id, name } of metadata.categoryOptions) if (name === 'default') cells.set(id, {})
  return { categories, cells, unmapped }
}

/** The one dimension that knows every option of a category. */
function dimensionOf(options: readonly Named[], category: (code: string) => Lookup<Categories> | undefined) {
  const fitting = Object.keys(dimensions).flatMap((name) => {
    const known = category(name)
    const knowsAll = options.every(
      (option) => known && firstOf(spellingsOf(option), known.find) !== undefined,
    )
    return known && knowsAll ? [known] : []
  })
  return options.length > 0 && fitting.length === 1 ? fitting[0] : undefined
}

const defaultsOf = ({ categoryOptionCombos }: Dhis2Metadata) =>
  categoryOptionCombos.filter(({ name }) => name === 'default').flatMap(spellingsOf)

function firstOf<Found>(
  texts: readonly string[],
  find: (text: string) => Found | undefined,
): Found | undefined {
  for (const text of texts) {
    const found = find(text)
    if (found !== undefined) return found
  }
  return undefined
}

function split<One, Found>(all: readonly One[], find: (one: One) => Found | undefined) {
  const found: Found[] = []
  const left: One[] = []
  for (const one of all) {
    const result = find(one)
    if (result === undefined) left.push(one)
    else found.push(result)
  }
  return { found, left }
}

const fresh = (spellings: readonly string[][], known: readonly string[]) =>
  spellings.filter((codes) => !codes.some((code) => known.includes(code)))

const freshBy = <Entry extends { codes: string[] }>(
  entries: readonly Entry[],
  known: readonly { codes: string[] }[],
) => entries.filter(({ codes }) => !known.some((one) => one.codes.some((code) => codes.includes(code))))
