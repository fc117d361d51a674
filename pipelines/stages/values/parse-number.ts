import type { CellKind } from '../decode/sheet.ts'
import type { Mapping } from '../map/mapping.ts'
import { withoutMarks } from './normalise-text.ts'

type NumberStyle = Mapping['numbers']

const eastern = /[٠-٩۰-۹]/g
const spaces = /[\u0020\u00A0\u2007\u2009\u202F]/g

export const easternToPlain = (text: string) =>
  text.replace(eastern, (digit) => String(digit.charCodeAt(0) & 0xf))

/**
 * A number as a person in that country writes it.
 *
 * Shape   null where the text is no number in this style; grouping has to be regular and by one mark,
 *         so neither `1.23` nor `1 234.567` is thousands
 * Unit    as written; never rounded
 */
export function parseNumber(text: string, kind: CellKind, style: NumberStyle): number | null {
  if (kind === 'number') return Number(text)
  const plain = easternToPlain(withoutMarks(text))
    .replace(/[−–](?=\d)/, '-')
    .trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  const arabic = /[٫٬]/.test(plain)
  const decimal = arabic ? '٫' : style.decimal
  const groups = arabic ? ['٬'] : style.groups
  const spaced = groups.some((group) => /\s/.test(group)) ? plain.replace(spaces, '\u0020') : plain
  const marks = [...new Set(groups.map((group) => (/\s/.test(group) ? '\u0020' : group)))]
  const separator = marks.length ? `[${marks.map(quoted).join('')}]` : '(?!)'
  const written = new RegExp(
    `^(-?)(\\d+|\\d{1,3}(?:(${separator})\\d{3}(?:\\3\\d{3})*))(?:${quoted(decimal)}(\\d+))?$`,
  ).exec(spaced)
  if (!written) return null
  const [, sign = '', whole = '', , fraction] = written
  return Number(`${sign}${whole.replace(/\D/g, '')}${fraction ? `.${fraction}` : ''}`)
}

const quoted = (mark: string) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
