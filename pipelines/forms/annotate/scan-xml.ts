import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** An element and where it stands in its text: its first tag from `start` to `inside`, its last from `last` to `end`. */
export type Element = {
  /** Without prefix; `prefix` with its colon. */
  name: string
  prefix: string
  attributes: Readonly<Record<string, string>>
  parent: string
  start: number
  inside: number
  last: number
  end: number
}

/**
 * The elements of some names in one part of a workbook, in order, with their places in the text.
 *
 * Errors  one for XML that is not well formed
 */
export function scanXml(xml: string, wanted: readonly string[]): Element[] {
  const found: Element[] = []
  const open: (Element | string)[] = []
  const parser = new SaxesParser<{ xmlns: false }>()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name: written, attributes }: SaxesTagPlain) => {
    const name = written.slice(written.indexOf(':') + 1)
    const inside = parser.position
    const above = open.at(-1)
    const parent = typeof above === 'string' ? above : (above?.name ?? '')
    if (!wanted.includes(name)) return open.push(name)
    const start = xml.lastIndexOf('<', inside - 1)
    const prefix = written.slice(0, written.length - name.length)
    const element = { name, prefix, attributes, parent, start, inside, last: inside, end: inside }
    found.push(element)
    return open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (typeof element !== 'object') return
    element.end = parser.position
    element.last = isSelfClosing(xml, element) ? element.inside : xml.lastIndexOf('<', element.end - 1)
  })
  parser.write(xml).close()
  return found
}

export const isSelfClosing = (xml: string, { inside }: Pick<Element, 'inside'>) => xml[inside - 2] === '/'

/** A change of a text: `remove` letters at `at` give way to `insert`. */
export type Edit = { at: number; remove?: number; insert: string }

/** All changes at once, by places in the text as it was; those at one place in the order given. */
export function edited(text: string, edits: readonly Edit[]): string {
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
  const parts: string[] = []
  let from = 0
  for (const { at, remove = 0, insert } of inOrder) {
    parts.push(text.slice(from, at), insert)
    from = Math.max(from, at) + remove
  }
  return parts.join('') + text.slice(from)
}

/** More content at the end of an element, which may have been written as an empty one. */
export function appendTo(xml: string, element: Element, content: string): Edit {
  if (!isSelfClosing(xml, element)) return { at: element.last, insert: content }
  const tag = xml.slice(element.start, element.inside - 2).trimEnd()
  const whole = `${tag}>${content}</${element.prefix}${element.name}>`
  return { at: element.start, remove: element.inside - element.start, insert: whole }
}

/** A first tag with some attributes set, or left out where null. */
export function tagWith(
  xml: string,
  element: Element,
  changes: Readonly<Record<string, string | null>>,
): Edit {
  let tag = xml.slice(element.start, element.inside)
  for (const [name, value] of Object.entries(changes)) {
    tag = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '')
    if (value !== null) tag = tag.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`)
  }
  return { at: element.start, remove: element.inside - element.start, insert: tag }
}

const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text inside an element or an attribute. Office programs take `_x0041_` for a letter, so its mark is escaped. */
export const escapeXml = (text: string) =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** A cell whose text is a text whatever it begins with, never a formula. */
export const textCell = (ref: string, text: string, style?: number, prefix = '') =>
  `<${prefix}c r="${ref}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`
