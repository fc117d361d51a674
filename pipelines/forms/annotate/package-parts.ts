import { posix } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { appendTo, edited, escapeXml, scanXml } from './scan-xml.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = '[Content_Types].xml'

/** The parts of a workbook while some of them are changed; all others keep every byte. */
export type Parts = ReturnType<typeof openParts>
export type Relation = { id: string; type: string; target: string }

export function openParts(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const decoder = new TextDecoder()
  const read = (name: string): string | null => {
    const found =
      parts[name] ?? parts[Object.keys(parts).find((key) => key.toLowerCase() === name.toLowerCase()) ?? '']
    return found ? decoder.decode(found) : null
  }
  const write = (name: string, text: string) => {
    parts[name] = strToU8(text)
  }
  const relationsPart = (part: string) =>
    posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  return {
    read,
    write,
    has: (name: string) => read(name) !== null,
    /** What a part refers to, by where it lies in the package. */
    relations(part: string): Relation[] {
      const xml = read(relationsPart(part))
      return scanXml(xml ?? '<none/>', ['Relationship']).flatMap(({ attributes }) =>
        attributes.TargetMode === 'External' ? [] : [relationOf(part, attributes)],
      )
    },
    /** Lets a part refer to another. Shape: the id to refer by */
    relate(part: string, type: string, target: string): string {
      const name = relationsPart(part)
      const xml = read(name) ?? `<Relationships xmlns="${PACKAGE}/relationships"/>`
      const elements = scanXml(xml, ['Relationships', 'Relationship'])
      const ids = new Set(elements.map(({ attributes }) => attributes.Id))
      let number = elements.length
      while (ids.has(`rId${number}`)) number += 1
      const added = `<Relationship Id="rId${number}" Type="${type}" Target="/${escapeXml(target)}"/>`
      const [root] = elements
      if (root) write(name, edited(xml, [appendTo(xml, root, added.replace('<', `<${root.prefix}`))]))
      return `rId${number}`
    },
    /** Says what a new part is. */
    declare(part: string, type: string) {
      const xml = read(TYPES) ?? ''
      const [root] = scanXml(xml, ['Types'])
      const added = `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`
      if (root) write(TYPES, edited(xml, [appendTo(xml, root, added.replace('<', `<${root.prefix}`))]))
    },
    /** A name no part has yet. */
    freeName(pattern: (number: number) => string): string {
      let number = 1
      while (read(pattern(number)) !== null) number += 1
      return pattern(number)
    },
    bytes: () => zipSync(parts, { level: 6, mtime: new Date(2018, 11, 1) }),
  }
}

function relationOf(
  part: string,
  { Id = '', Type = '', Target = '' }: Readonly<Record<string, string>>,
): Relation {
  const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target)
  return { id: Id, type: posix.basename(Type), target }
}
