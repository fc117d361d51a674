import { parseXml } from './parse-xml.ts'
import { readTables } from './read-ods-tables.ts'
import type { Zip } from './read-zip.ts'
import type { Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/** A library's list of what it holds is written even where it holds nothing. */
const macro = /^(basic\/.*\/(?!script-lb\.|dialog-lb\.)[^/]+|scripts\/.*[^/])$/

/**
 * The sheets of an .ods workbook, in its order, hidden ones too.
 *
 * Errors  `Unreadable`
 */
export function decodeOds(zip: Zip): Sheet[] {
  if ([...zip.names].some((name) => macro.test(name))) throw new Unreadable('zip-unsafe', 'macros')
  const manifest = zip.read('META-INF/manifest.xml')
  if (manifest)
    parseXml(manifest, {
      open(name) {
        if (name === 'encryption-data') throw new Unreadable('zip-unsafe', 'encrypted')
      },
    })
  const content = zip.read('content.xml')
  if (!content) throw new Unreadable('workbook-damaged')
  return readTables(content)
}
