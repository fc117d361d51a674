import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { Answer, Crawled } from './crawl.ts'

/** Something of one address that is not the same on two servers. */
export type Difference = { path: string; part: string; here: string; there: string }

/** An answer is named by its content, and the content holds the release's name. */
const NAMES_CONTENT = new Set(['etag', 'last-modified'])
/** Every refusal is numbered anew. */
const REQUEST = /"requestId":"[^"]*"/g
const RELEASE = /[12]\d{3}-\d{2}-\d{2}\.[0-9a-f]{8}/g

/**
 * Everything in which the answers of two servers differ, byte for byte, headers and sizes too, but for the name of the
 * release and names made from it. A description's hash of another answer is such a name: that answer is compared itself.
 */
export function differences(here: Crawled, there: Crawled): Difference[] {
  const other = new Map([...there].map(([path, answer]) => [unnamed(path), answer]))
  const [namesHere, namesThere] = [contentNames(here), contentNames(there)]
  return [...here].flatMap(([path, answer]): Difference[] => {
    const same = other.get(unnamed(path))
    if (!same) return [{ path, part: 'address', here: 'is there', there: 'is not' }]
    return [
      ...inStatus(answer, same),
      ...inHeaders(answer, same),
      ...inBody(textIn(answer, namesHere), textIn(same, namesThere)),
    ].map((found) => ({
      path,
      ...found,
    }))
  })
}

type Found = Omit<Difference, 'path'>

const inStatus = (one: Answer, other: Answer): Found[] =>
  one.status === other.status ? [] : [{ part: 'status', here: `${one.status}`, there: `${other.status}` }]

function inHeaders(one: Answer, other: Answer): Found[] {
  return Object.keys({ ...one.headers, ...other.headers })
    .filter((name) => !NAMES_CONTENT.has(name) && !(isZip(one) && name === 'content-length'))
    .filter((name) => unnamed(one.headers[name]) !== unnamed(other.headers[name]))
    .map((name) => ({ part: name, here: one.headers[name] ?? '', there: other.headers[name] ?? '' }))
}

function inBody(here: string, there: string): Found[] {
  if (here === there) return []
  const at = [...here].findIndex((letter, nth) => letter !== there[nth])
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return [{ part: 'body', here: around(here), there: around(there) }]
}

const isZip = ({ bytes }: Answer) => bytes[0] === 0x50 && bytes[1] === 0x4b

const unnamed = (text = '') => text.replace(RELEASE, 'release')

/** What a description calls other answers by → what that is of; an archive's size holds the release's name squeezed. */
type ContentNames = ReadonlyMap<string, string>

function contentNames(crawled: Crawled): ContentNames {
  const names = new Map<string, string>()
  for (const answer of crawled.values()) {
    const of = unnamed(answer.path.split('?')[0])
    names.set(createHash('sha256').update(answer.bytes).digest('hex'), of)
    if (isZip(answer)) names.set(`:${answer.bytes.length},`, of)
  }
  return names
}

/** Bytes as text of one character each; of an archive those of its files, because its own hold the name squeezed. */
function textIn(answer: Answer, names: ContentNames): string {
  const files = isZip(answer) ? Object.values(unzipSync(answer.bytes)) : [answer.bytes]
  const text = files.map((bytes) => Buffer.from(bytes).toString('latin1')).join('')
  const plain = unnamed(text).replace(REQUEST, '')
  return /datapackage|catalogue/.test(answer.path)
    ? [...names].reduce((rest, [name, of]) => rest.replaceAll(name, of), plain)
    : plain
}
