import type { Mapping } from './mapping.ts'
import { withoutMarks } from './normalise-text.ts'
import type { CellKind } from './sheet.ts'

type NumberStyle = Mapping['numbers']

const eastern = /[٠-٩۰-۹]/g
const spaces = /[\u0020\u00A0\u2007\u2009\u202F]/g

/**
 * A number as a person in that country writes it.
 *
 * Shape   null where the text is no number in this style; grouping has to be regular, so `1.23` is no thousands
 * Unit    as written; never rounded
 */
export function parseNumber(text: string, kind: CellKind, style: NumberStyle): number | null {
  if (kind === 'number') return Number(text)
  const plain = withoutMarks(text)
    .replace(eastern, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[−–](?=\d)/, '-')
    .trim()
  const arabic = /[٫٬]/.test(plain)
  const decimal = arabic ? '٫' : style.decimal
  const groups = arabic ? ['٬'] : style.groups
  const spaced = groups.some((group) => /\s/.test(group)) ? plain.replace(spaces, '\u0020') : plain
  const marks = [...new Set(groups.map((group) => (/\s/.test(group) ? '\u0020' : group)))]
  const separator = marks.length ? `[${marks.map(quoted).join('')}]` : '(?!)'
  const written = new RegExp(
    `^(-?)(\\d+|\\d{1,3}(?:${separator}\\d{3})+)(?:${quoted(decimal)}(\\d+))?$`,
  ).exec(spaced)
  if (!written) return null
  const [, sign = '', whole = '', fraction] = written
  return Number(`${sign}${whole.replace(/\D/g, '')}${fraction ? `.${fraction}` : ''}`)
}

const quoted = (mark: string) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
