import { Unreadable } from './unreadable.ts'

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d

/**
 * The records of a separated text, however its lines end. Quotes are doubled inside quoted fields; a quote inside a
 * field that does not begin with one is a letter like others.
 *
 * Shape   one call of `take` per record, empty ones too, with the line it begins on; a last line end begins no record
 * Errors  `Unreadable` with the line of the quote that is never closed, or closed in the middle of a field
 */
export function splitRecords(
  text: string,
  separator: string,
  take: (fields: string[], line: number) => void,
): void {
  const mark = separator.charCodeAt(0)
  let at = 0
  let line = 1
  const quoted = (): string => {
    const opened = line
    let field = ''
    for (let from = at + 1; ; ) {
      const quote = text.indexOf('"', from)
      if (quote < 0) throw new Unreadable('text-damaged', String(opened))
      field += text.slice(from, quote)
      at = quote + 1
      if (text.charCodeAt(at) !== QUOTE) break
      field += '"'
      from = at + 1
    }
    const next = text.charCodeAt(at)
    if (at < text.length && next !== mark && next !== LINE_FEED && next !== RETURN)
      throw new Unreadable('text-damaged', String(opened))
    line += lineEnds(field)
    return field
  }
  const plain = (): string => {
    const from = at
    for (; at < text.length; at += 1) {
      const letter = text.charCodeAt(at)
      if (letter === mark || letter === LINE_FEED || letter === RETURN) break
    }
    return text.slice(from, at)
  }
  while (at < text.length) {
    const fields: string[] = []
    const began = line
    for (;;) {
      fields.push(text.charCodeAt(at) === QUOTE ? quoted() : plain())
      if (text.charCodeAt(at) !== mark) break
      at += 1
    }
    if (text.charCodeAt(at) === RETURN) at += 1
    if (text.charCodeAt(at) === LINE_FEED) at += 1
    line += 1
    take(fields, began)
  }
}

const lineEnds = (field: string) => field.match(/\r\n?|\n/g)?.length ?? 0
