import type { Sheet } from '../decode/sheet.ts'
import { findHeader } from './find-header.ts'
import { isLike, onItsSheets, shareOf, sheetsOf } from './layout.ts'
import type { Sources } from './load-sources.ts'
import type { Mapping } from './mapping.ts'

/** By what a file's description was chosen. */
export type ChosenBy = 'record' | 'form' | 'name' | 'headers' | 'layout' | 'answers'
export type Choice = { mapping: Mapping; by: ChosenBy }

/** The description whose file name fits; null where none does. */
export const mappingByName = (name: string, mappings: readonly Mapping[]): Mapping | null =>
  mappings.find(({ file }) => new RegExp(file, 'iu').test(name.normalize('NFC'))) ?? null

/**
 * The description a file is read by: the one its name says; for a renamed file the only one whose every table is
 * there; for one whose sheets were renamed too, the only one like it.
 *
 * Shape  of several versions the one most of which stands in the file, the newest of equals; tables on the sheets they are on
 */
export function chooseMapping(
  name: string,
  sheets: readonly Sheet[],
  { mappings, earlier }: Pick<Sources, 'mappings' | 'earlier'>,
): Choice | null {
  const versionsOf = ({ id }: Mapping) => [...mappings, ...earlier].filter((mapping) => mapping.id === id)
  const chosen = (mapping: Mapping, by: ChosenBy): Choice => ({
    mapping: onItsSheets(sheets, fullest(sheets, versionsOf(mapping))),
    by,
  })
  const all = [...mappings, ...earlier]
  const named = mappingByName(name, all)
  if (named) return chosen(named, 'name')
  const withHeaders = onlyReport(all.filter((mapping) => hasHeaders(sheets, mapping)))
  if (withHeaders) return chosen(withHeaders, 'headers')
  const like = onlyReport(all.filter((mapping) => isLike(sheets, mapping)))
  return like && { mapping: onItsSheets(sheets, like), by: 'layout' }
}

/** The first of several versions of one report; null where there are several reports, or none. */
const onlyReport = (mappings: readonly Mapping[]) =>
  new Set(mappings.map(({ id }) => id)).size === 1 ? (mappings[0] ?? null) : null

/** Newest first comes first among equals. */
function fullest(sheets: readonly Sheet[], versions: readonly Mapping[]): Mapping {
  const [newest, ...older] = versions
  if (!newest) throw new Error('a description without a version')
  if (older.length === 0) return newest
  const shares = versions.map((mapping) => ({
    mapping,
    share: shareOf(sheets, onItsSheets(sheets, mapping)),
  }))
  return shares.reduce((best, one) => (one.share > best.share ? one : best)).mapping
}

const hasHeaders = (sheets: readonly Sheet[], { tables }: Mapping) =>
  tables.every((table) => sheetsOf(sheets, table.sheet).some((sheet) => findHeader(sheet, table)))
