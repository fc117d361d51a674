import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Country } from '../../indicators/model/place.ts'
import type { FileCells, FileList, UnitList } from '../../indicators/model/readings.ts'
import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import { parse } from './edition-source.ts'
import { mergeIndicator, mergeProgramme } from './merge-views.ts'
import type { Encoding, ReleaseReader, Shelf } from './read-release.ts'

export const isIn = (place: string, country: Country) => place === country || place.startsWith(`${country}-`)

/** Releases as a country's focal point may read them: what is public, and the internal edition of the own country. */
export function ownCountryShelf(inner: Shelf, open: Shelf, country: Country): Shelf {
  const made = new WeakMap<ReleaseReader, ReleaseReader>()
  const narrowed = (whole: ReleaseReader | null) => {
    if (!whole) return null
    const shown = open.find(whole.id)
    if (!shown) return null
    const reader = made.get(whole) ?? ownCountryReader(whole, shown, country)
    made.set(whole, reader)
    return reader
  }
  return {
    edition: 'internal',
    current: () => narrowed(inner.current()),
    find: (id) => narrowed(inner.find(id)),
    before: (id) => narrowed(inner.before(id)),
  }
}

/** How figures were computed: no answer shows it but of a place the reader may ask about. */
const ofEvidence = /^evidence\//
const ofCells = /^cells\//
const ofReadings = /^readings\/[^/]+\/([A-Z]{3})\.json$/
const merged = /^(programme|indicators\/[^/]+)\.json$/
const lists = new Set(['units.json', 'files.json'])

function ownCountryReader(inner: ReleaseReader, open: ReleaseReader, country: Country): ReleaseReader {
  const isOwnName = (name: string) =>
    lists.has(name) || ofEvidence.test(name) || ofCells.test(name) || ofReadings.exec(name)?.[1] === country
  const names = new Set([...inner.names].filter((name) => open.names.has(name) || isOwnName(name)))
  const viewOf = async <View>(from: ReleaseReader, name: string) =>
    parse(await from.read(name, 'identity')) as View
  const isOwnFile = async (fileHash: string) =>
    (await viewOf<FileCells>(inner, `cells/${fileHash}.json`)).country === country
  const made = async (name: string): Promise<unknown> => {
    if (name === 'programme.json')
      return mergeProgramme(
        await viewOf<ProgrammeView>(inner, name),
        await viewOf<ProgrammeView>(open, name),
        (place) => isIn(place, country),
      )
    if (merged.test(name))
      return mergeIndicator(
        await viewOf<IndicatorView>(inner, name),
        await viewOf<IndicatorView>(open, name),
        (place) => isIn(place, country),
      )
    if (name === 'units.json')
      return (await viewOf<UnitList>(inner, name)).filter(({ code }) => isIn(code, country))
    const files = await viewOf<FileList>(inner, name)
    const own = await Promise.all(files.map(({ fileHash }) => isOwnFile(fileHash)))
    return files.filter((_, at) => own[at])
  }
  return {
    ...{ id: inner.id, edition: 'internal', publishedAt: inner.publishedAt, names },
    key: `${inner.key} ${country}`,
    own: { country, open },
    async read(name, encoding) {
      if (!names.has(name)) return null
      if (merged.test(name) || lists.has(name)) return squeezed(JSON.stringify(await made(name)), encoding)
      if (open.names.has(name)) return open.read(name, encoding)
      if (ofCells.test(name) && !(await isOwnFile(name.slice('cells/'.length, -'.json'.length)))) return null
      return inner.read(name, encoding)
    },
  }
}

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }

async function squeezed(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(text)
  return encoding === 'identity' ? bytes : squeeze[encoding](bytes)
}

/** Where a figure of a place is explained from: of what is not their country's, a focal point reads what everybody does. */
export const explainedFrom = (reader: ReleaseReader, place: string): ReleaseReader =>
  reader.own && !isIn(place, reader.own.country) ? reader.own.open : reader
