/** A piece of a web page: a tag with its attributes as written, or the text between two tags. */
export type HtmlPiece = { tag: string; closes: boolean; attributes: string } | { text: string }

const unparsed = new Set(['script', 'style'])

/** Walks a page in one pass; comments, scripts and style sheets are passed over, and a tag that never ends ends the walk. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open !== at) yield { text: html.slice(at, open < 0 ? html.length : open) }
    if (open < 0) return
    const isComment = html.startsWith('<!--', open)
    const end = isComment ? html.indexOf('-->', open + 4) : tagEnd(html, open + 1)
    if (end < 0) return
    at = end + (isComment ? 3 : 1)
    const [, slash, name = '', attributes = ''] =
      /^(\/?)([a-z][\w:-]*)([\s\S]*)$/i.exec(html.slice(open + 1, end)) ?? []
    if (isComment || name === '') continue
    const tag = name.toLowerCase()
    yield { tag, closes: slash === '/', attributes }
    if (slash === '/' || !unparsed.has(tag)) continue
    const close = new RegExp(`</${tag}`, 'gi')
    close.lastIndex = at
    const found = close.exec(html)
    if (!found) return
    at = found.index
  }
}

/** Where a tag ends; a bracket inside a quoted value ends nothing. */
function tagEnd(html: string, start: number): number {
  for (let at = start; at < html.length; at += 1) {
    const letter = html[at]
    if (letter === '>') return at
    if (letter !== '"' && letter !== "'") continue
    at = html.indexOf(letter, at + 1)
    if (at < 0) return -1
  }
  return -1
}

export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(
    attributes,
  )
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  deg: '°',
}

/** A text with the letters its references stand for; one that is not known stays as it is written. */
export const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
