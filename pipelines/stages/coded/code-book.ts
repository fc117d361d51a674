import { type Dimension, dimensions, TOTAL } from '../../../indicators/model/breakdown.ts'
import { cellsOf, type DataElement } from '../../../indicators/model/data-element.ts'
import type { Country, Place } from '../../../indicators/model/place.ts'
import { type Register, registerOf } from '../map/find-place.ts'
import type { Sources } from '../map/load-sources.ts'
import { parsePeriod, type Stretch } from '../values/parse-period.ts'
import type { Codes } from './codes.ts'
import { type Lookup, lookupOf, plainOf, remembered } from './lookup.ts'
import { optionWords, totalWords } from './option-words.ts'
import { readPeriodCode } from './period-code.ts'
import { type Home, homesOf } from './reports-of.ts'

export type Categories = Partial<Record<Dimension, string>>
export type CodedElement = Home & { element: DataElement; cell: Categories }

/** What every code of one country means. */
export type CodeBook = {
  country: Country
  version: number
  codes: Codes
  elements: Lookup<CodedElement>
  isIgnored(element: string): boolean
  place(code: string): { place: Place | null; candidates: readonly Place[] }
  nearestPlace(code: string): string
  /** Lookups of options by the category's code; `any` where a format names options without a category. */
  category(code: string): Lookup<Categories> | undefined
  any: Lookup<Categories>
  combos: Lookup<Categories>
  /** Null where any structure may be sent. */
  structures: Lookup<true> | null
  isAttribute(code: string): boolean
  period(text: string): Stretch | null
  /** Every cell an element can be delivered by. */
  cells(element: DataElement): ReadonlySet<string>
}

/** The codes of a country as its system has them, over the model's own. */
export function codeBookOf(sources: Sources, country: Country): CodeBook {
  const codes = sources.codes?.[country] ?? noCodes(country)
  const register = registerOf(sources.places[country])
  const ignored = new Set(codes.ignore.elements)
  const forms = new Set(
    sources.mappings
      .filter((mapping) => mapping.country === country)
      .flatMap(({ tables }) => tables.map(({ period }) => period.form)),
  )
  const cells = new Map<string, ReadonlySet<string>>()
  return {
    country,
    version: codes.version,
    codes,
    elements: elementsOf(codes, sources),
    isIgnored: (element) => ignored.has(element),
    place: placesOf(codes, sources.places[country], register),
    nearestPlace: remembered((code) => (code === '' ? '–' : (register.nearest(code) ?? '–'))),
    category: categoriesOf(codes),
    any: lookupOf(
      codes.categories.flatMap(({ options }) => spelled(options)),
      (Object.keys(dimensions) as Dimension[]).flatMap(ownOptions),
    ),
    combos: lookupOf(spelled(codes.combos), totals),
    structures:
      codes.structures.length === 0
        ? null
        : lookupOf(codes.structures.flatMap((names) => names.map((name) => [name, true] as const))),
    isAttribute: (code) => totalWords.includes(code) || codes.attributes.includes(code),
    period: remembered(
      (text) => readPeriodCode(text) ?? onlyOne([...forms].map((form) => parsePeriod(text, form))),
    ),
    cells(element) {
      const known = cells.get(element.id) ?? new Set([TOTAL, ...cellsOf(element)])
      cells.set(element.id, known)
      return known
    },
  }
}

const noCodes = (country: Country): Codes => ({
  country,
  version: 1,
  title: '',
  structures: [],
  elements: [],
  places: {},
  categories: [],
  combos: [],
  attributes: [],
  columns: {},
  ignore: { elements: [], columns: [] },
})

const spelled = <Meaning>(entries: readonly { cell: Meaning; codes: readonly string[] }[]) =>
  entries.flatMap(({ cell, codes }) => codes.map((code) => [code, cell] as const))

function elementsOf(codes: Codes, { elements, mappings }: Sources): Lookup<CodedElement> {
  const home = homesOf(mappings, codes.country)
  const own = [...elements.values()].map(
    (element) => [element.id, { ...home(element), element, cell: {} }] as const,
  )
  const named = codes.elements.flatMap(({ element: id, cell = {}, deliveredAs, codes: spellings }) => {
    const element = elements.get(id)
    if (!element) return []
    const meaning = { ...home(element), ...(deliveredAs ? { deliveredAs } : {}), element, cell }
    return spellings.map((code) => [code, meaning] as const)
  })
  return lookupOf<CodedElement>(named, own)
}

function placesOf({ places: coded }: Codes, places: readonly Place[], register: Register): CodeBook['place'] {
  const byCode = new Map(places.map((place) => [place.code as string, place]))
  const identified = new Map(
    Object.entries(coded).flatMap(([code, spellings]) => {
      const place = byCode.get(code)
      return place ? spellings.map((spelling) => [spelling, place] as const) : []
    }),
  )
  return (code) => {
    const place = identified.get(code)
    return place ? { place, candidates: [place] } : register.find(code)
  }
}

/** Options of each category; one that is named like a dimension has the dimension's own besides. */
function categoriesOf({ categories }: Codes): CodeBook['category'] {
  const options = new Map<string, (readonly [string, Categories])[]>()
  const add = (code: string, more: readonly (readonly [string, Categories])[]) =>
    options.set(plainOf(code), [...(options.get(plainOf(code)) ?? []), ...more])
  for (const { codes, options: known } of categories) for (const code of codes) add(code, spelled(known))
  for (const dimension of Object.keys(dimensions) as Dimension[]) add(dimension, ownOptions(dimension))
  const lookups = new Map([...options].map(([code, known]) => [code, lookupOf([...known, ...totals])]))
  return (code) => lookups.get(plainOf(code))
}

const totals = totalWords.map((word) => [word, {}] as const)

/** A dimension's own categories, and what other systems usually write for them. */
function ownOptions(dimension: Dimension): (readonly [string, Categories])[] {
  const words = optionWords[dimension] ?? {}
  return dimensions[dimension].flatMap((category) =>
    [category, ...(words[category] ?? [])].map((word) => [word, { [dimension]: category }] as const),
  )
}

function onlyOne(found: readonly (Stretch | null)[]): Stretch | null {
  const [first, ...others] = found.filter((stretch) => stretch !== null)
  return first && others.every(({ start, end }) => start === first.start && end === first.end) ? first : null
}
