/** An element of a document, or text. */
export type Node = string
type Attributes = Readonly<Record<string, string | number | undefined>>

/** What XML 1.0 cannot hold, in whatever way it is written. */
const impossible = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const text = (content: string): Node =>
  content.replace(impossible, '\ufffd').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** An attribute that is undefined is left out, and so are parts that are null. */
export function element(
  name: string,
  attributes: Attributes,
  ...parts: (Node | readonly Node[] | null)[]
): Node {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(String(value))}"`)
    .join('')
  const inside = parts.flat().filter((part) => part !== null)
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`
}
