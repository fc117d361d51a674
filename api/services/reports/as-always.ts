import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const CORE = 'docProps/core.xml'
const DOCUMENT = 'word/document.xml'

/** The marks the contents lead to, and what pictures are known by within the file. */
const numbered = [
  /(?<=_Toc)\d+/g,
  /(?<=<w:bookmark[^>]* w:id=")\d+/g,
  /(?<=<(?:wp:docPr|pic:cNvPr) id=")\d+/g,
]

/**
 * The same bytes for the same report: with the day of the data in place of the time of writing, and its marks
 * counted from one. Zip files know local time alone.
 */
export function asAlways(bytes: Uint8Array, day: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const core = text(CORE).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`)
  const document = numbered.reduce(counted, text(DOCUMENT))
  const same = { ...files, [CORE]: strToU8(core), [DOCUMENT]: strToU8(document) }
  return new Uint8Array(zipSync(same, { mtime: new Date(2000, 0, 1), level: 6 }))
}

/** With the numbers that match counted anew, in the order they come first. */
function counted(text: string, numbers: RegExp): string {
  const known = new Map<string, number>()
  return text.replace(numbers, (number) => {
    const own = known.get(number) ?? known.size + 1
    known.set(number, own)
    return String(own)
  })
}
