import { parseXml } from './parse-xml.ts'

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** Whether a format code shows a date: it names days, months or years outside quoted text, colours and padding. */
const showsDate = (code: string) => /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''))

/** For each cell style, whether its numbers are shown as dates. */
export function readStyles(part: Buffer | undefined): (style: number) => boolean {
  if (!part) return () => false
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
  const dates = formats.map((id) => builtInDates.has(id) || showsDate(codes.get(id) ?? ''))
  return (style) => dates[style] ?? false
}
