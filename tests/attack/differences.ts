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
 * release and names made from it.
 */
export function differences(here: Crawled, there: Crawled): Difference[] {
  const other = new Map([...there].map(([path, answer]) => [unnamed(path), answer]))
  return [...here].flatMap(([path, answer]): Difference[] => {
    const same = other.get(unnamed(path))
    if (!same) return [{ path, part: 'address', here: 'is there', there: 'is not' }]
    return [...inStatus(answer, same), ...inHeaders(answer, same), ...inBody(answer, same)].map((found) => ({
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

function inBody(one: Answer, other: Answer): Found[] {
  const [here, there] = [textIn(one), textIn(other)]
  if (here === there) return []
  const at = [...here].findIndex((letter, nth) => letter !== there[nth])
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return [{ part: 'body', here: around(here), there: around(there) }]
}

const isZip = ({ bytes }: Answer) => bytes[0] === 0x50 && bytes[1] === 0x4b

const unnamed = (text = '') => text.replace(RELEASE, 'release')

/** Bytes as text of one character each; of an archive those of its files, because its own hold the name squeezed. */
function textIn(answer: Answer): string {
  const files = isZip(answer) ? Object.values(unzipSync(answer.bytes)) : [answer.bytes]
  const text = files.map((bytes) => Buffer.from(bytes).toString('latin1')).join('')
  return unnamed(text).replace(REQUEST, '')
}
