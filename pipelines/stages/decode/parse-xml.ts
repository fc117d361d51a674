import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Unreadable } from './unreadable.ts'

export type XmlHandlers = {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks one part of a workbook. Names come without their prefix. A document type is refused, because no office program writes one. */
export function parseXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ xmlns: false }>()
  parser.on('doctype', () => {
    throw new Unreadable('zip-unsafe', 'document type')
  })
  parser.on('error', () => {
    throw new Unreadable('workbook-damaged')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handlers.open?.(local(name), attributes))
  parser.on('closetag', ({ name }: SaxesTagPlain) => handlers.close?.(local(name)))
  parser.on('text', (text: string) => handlers.text?.(text))
  parser.on('cdata', (text: string) => handlers.text?.(text))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let start = 0; start < bytes.length; start += 65_536)
      parser.write(decoder.decode(bytes.subarray(start, start + 65_536), { stream: true }))
    parser.write(decoder.decode()).close()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('workbook-damaged')
  }
}
