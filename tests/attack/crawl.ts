import { parseHTML } from 'linkedom'
import { languages } from '../../indicators/model/text.ts'
import { addressesOf } from './api-addresses.ts'

/** What a reader got from one address. */
export type Answer = {
  path: string
  status: number
  type: string
  headers: Readonly<Record<string, string>>
  bytes: Uint8Array
}

export type Crawled = ReadonlyMap<string, Answer>

export type CrawlOptions = {
  /** Releases a reader has seen before and still knows the names of. */
  releases?: readonly string[]
  /** Pages read at most; all that links lead to unless said. */
  pages?: number
  /** Explanations asked for at most. */
  explanations?: number
}

/** Questions that are wrong in some way: their answers must not know more than the others. */
const wrongPaths = [
  '/api/nowhere',
  '/api/values.xlsx',
  '/api/cells?file=counts.csv&ref=B2',
  '/api/check',
  '/en/indicator/OP9.9.9',
  '/en/?v=0000-00-00.00000000',
  '/api/values?v=0000-00-00.00000000',
]

/**
 * Reads everything a public server has, as a reader who follows every link and knows the API's document.
 *
 * Shape   one answer per address, errors too
 */
export async function crawl(address: string, options: CrawlOptions = {}): Promise<Crawled> {
  const { releases = [], pages = Number.POSITIVE_INFINITY, explanations = Number.POSITIVE_INFINITY } = options
  const answers = new Map<string, Answer>()
  const read = async (path: string) => {
    const known = answers.get(path)
    if (known) return known
    const answer = await ask(address, path)
    answers.set(path, answer)
    return answer
  }
  for (const path of await addressesOf(read, releases, explanations)) await read(path)
  for (const path of wrongPaths) await read(path)
  await readPages(read, releases, pages)
  return answers
}

/** Links are followed breadth first, in turn through the languages, so that a bound leaves none of them out. */
async function readPages(
  read: (path: string) => Promise<Answer>,
  releases: readonly string[],
  bound: number,
): Promise<void> {
  const pinned = releases.flatMap((id) => languages.map((language) => `/${language}/?v=${id}`))
  const waiting = [...languages.map((language) => `/${language}/`), ...pinned]
  const seen = new Set(waiting)
  for (let path = waiting.shift(), count = 0; path !== undefined && count < bound; path = waiting.shift()) {
    const answer = await read(path)
    count += 1
    if (!answer.type.startsWith('text/html')) continue
    for (const link of linksIn(answer)) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
}

/** Addresses of the same server a page names, its scripts and styles left out: they are the same for every release. */
function linksIn({ path, bytes }: Answer): string[] {
  const { document } = parseHTML(new TextDecoder().decode(bytes))
  return [...document.querySelectorAll('[href], [src], [action]')]
    .map((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name)).find(Boolean) ?? '')
    .map((link) => new URL(link, `http://reader${path}`))
    .filter(({ host, pathname }) => host === 'reader' && !pathname.startsWith('/assets/'))
    .map(({ pathname, search }) => pathname + search)
}

async function ask(address: string, path: string): Promise<Answer> {
  const response = await patiently(address + path, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity' },
  })
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'))
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { path, status: response.status, type: headers['content-type'] ?? '', headers, bytes }
}

/** A server may close an idle connection at the moment it is used again: then it is asked anew. */
async function patiently(url: string, init: RequestInit, left = 3): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (left === 0) throw error
    return patiently(url, init, left - 1)
  }
}

export const textOf = ({ bytes }: Answer) => new TextDecoder().decode(bytes)
