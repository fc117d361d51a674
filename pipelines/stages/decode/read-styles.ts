import { parseXml } from './parse-xml.ts'

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** Quoted text, colours and conditions, escaped letters, padding. */
const unshown = /"[^"]*"|\[[^\]]*\]|[\\_*]./g

/** Programs allow 255 letters; what is taken away costs the square of the length. */
const LONGEST_CODE = 1000

export type Shown = 'plain' | 'date' | 'percent'

const builtInPercents = new Set([9, 10])

/** How a number format shows its numbers. Scaling by thousands and colours are not looked at: the number itself is read. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (builtInDates.has(id)) return 'date'
  if (builtInPercents.has(id)) return 'percent'
  const bare = (code ?? '').slice(0, LONGEST_CODE).replace(unshown, '')
  if (/[dmy]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}

/** For each cell style, how its numbers are shown. */
export function readStyles(part: Uint8Array | null): (style: number) => Shown {
  if (!part) return () => 'plain'
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  parseXml(part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  const shown = formats.map((id) => shownBy(id, codes.get(id)))
  return (style) => shown[style] ?? 'plain'
}
