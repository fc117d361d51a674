import { appendTo, type Edit, type Element, edited, scanXml, tagWith } from './scan-xml.ts'

export type Severity = 'error' | 'warning' | 'info'

const looks: Record<Severity, { tint: string; line: string }> = {
  error: { tint: 'FFFFD9D6', line: 'FFB42318' },
  warning: { tint: 'FFFFEFC7', line: 'FF946200' },
  info: { tint: 'FFDDEBFA', line: 'FF1F5FA8' },
}
const severities = Object.keys(looks) as Severity[]

/** A workbook's styles while cells are being marked. */
export type MarkStyles = {
  /** The style of a marked cell: as it was, with a thick border and a tint. */
  marked(style: number, severity: Severity): number
  /** Styles of the page of problems. */
  heading: number
  wrapped: number
  link: number
  finish(): string
}

const EMPTY =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs></styleSheet>'

/** Adds styles to a workbook's own, which all stay where they are. Errors: one where the part has no lists of styles */
export function markStyles(part: string | null): MarkStyles {
  const xml = part ?? EMPTY
  const elements = scanXml(xml, ['fonts', 'fills', 'borders', 'cellXfs', 'font', 'fill', 'border', 'xf'])
  const listOf = (name: string) => {
    const list = elements.find((element) => element.name === name)
    if (!list) throw new Error(`the styles have no ${name}`)
    return list
  }
  const inside = (name: string, list: string) =>
    elements.filter((element) => element.name === name && element.parent === list)
  const lists = {
    fonts: listOf('fonts'),
    fills: listOf('fills'),
    borders: listOf('borders'),
    formats: listOf('cellXfs'),
  }
  const { prefix } = lists.formats
  const first = {
    font: inside('font', 'fonts').length,
    fill: inside('fill', 'fills').length,
    border: inside('border', 'borders').length,
  }
  const formats = inside('xf', 'cellXfs')
  const added: string[] = []
  const add = (format: string) => formats.length + added.push(format) - 1
  const made = new Map<string, number>()
  const own = (font: number) =>
    add(
      `<${prefix}xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" applyFont="1" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`,
    )
  const [heading, wrapped, link] = [own(first.font), own(0), own(first.font + 1)]
  return {
    heading,
    wrapped,
    link,
    marked(style, severity) {
      const key = `${style} ${severity}`
      const known = made.get(key)
      if (known !== undefined) return known
      const order = severities.indexOf(severity)
      const original = formats[style] ?? formats[0]
      const format = add(markedFormat(xml, original, prefix, first.fill + order, first.border + order))
      made.set(key, format)
      return format
    },
    finish() {
      return edited(xml, [
        ...grown(xml, lists.fonts, first.font, fontsOf(prefix)),
        ...grown(
          xml,
          lists.fills,
          first.fill,
          severities.map((one) => fillOf(prefix, looks[one].tint)),
        ),
        ...grown(
          xml,
          lists.borders,
          first.border,
          severities.map((one) => borderOf(prefix, looks[one].line)),
        ),
        ...grown(xml, lists.formats, formats.length, added),
      ])
    },
  }
}

function grown(xml: string, list: Element, before: number, more: readonly string[]): Edit[] {
  const count = String(before + more.length)
  const appended = appendTo(xml, list, more.join(''))
  if (!appended.remove) return [tagWith(xml, list, { count }), appended]
  return [{ ...appended, insert: appended.insert.replace(/count="\d+"/, `count="${count}"`) }]
}

function markedFormat(
  xml: string,
  original: Element | undefined,
  prefix: string,
  fill: number,
  border: number,
) {
  if (!original) return `<${prefix}xf fillId="${fill}" borderId="${border}" applyFill="1" applyBorder="1"/>`
  const changes = { fillId: String(fill), borderId: String(border), applyFill: '1', applyBorder: '1' }
  return tagWith(xml, original, changes).insert + xml.slice(original.inside, original.end)
}

const fontsOf = (prefix: string) =>
  ['<b/>', '<u/>'].map((look) =>
    withPrefix(
      prefix,
      `<font>${look}<sz val="11"/>${look === '<u/>' ? '<color rgb="FF0B57D0"/>' : ''}<name val="Calibri"/></font>`,
    ),
  )

const fillOf = (prefix: string, tint: string) =>
  withPrefix(
    prefix,
    `<fill><patternFill patternType="solid"><fgColor rgb="${tint}"/><bgColor indexed="64"/></patternFill></fill>`,
  )

const borderOf = (prefix: string, line: string) =>
  withPrefix(
    prefix,
    `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thick"><color rgb="${line}"/></${side}>`).join('')}<diagonal/></border>`,
  )

const withPrefix = (prefix: string, xml: string) => xml.replace(/<(\/?)/g, `<$1${prefix}`)
