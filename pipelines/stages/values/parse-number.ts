import type { CellKind } from '../decode/sheet.ts'
import { withoutMarks } from './normalise-text.ts'

/** The mark before decimals, and the marks between groups of three. Spaces and apostrophes group in every style. */
export type NumberStyle = { decimal: ',' | '.'; groups: readonly string[] }

const eastern = /[٠-٩۰-۹]/g
const spaces = /[\u0020\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
const apostrophes = /[’‘ʼ′`´＇]/g
const minus = /^[−‐‑‒–﹣－]\s?(?=[\d.,])/
const fullWidth = /[０-９，．％＋]/g

export const easternToPlain = (text: string) =>
  text.replace(eastern, (digit) => String(digit.charCodeAt(0) & 0xf))

const narrowed = (text: string) =>
  text.replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

export const percentSign = /\s?[%٪]$/

/** The same number with plain digits, one kind of space, apostrophe, comma and minus, and without what only decorates it. */
export const plainNumber = (text: string) =>
  easternToPlain(narrowed(withoutMarks(text)))
    .replace(spaces, ' ')
    .trim()
    .replace(/[؛;]$/, '')
    .replace(percentSign, '')
    .replace(apostrophes, "'")
    .replace(/^'(?=\d)/, '')
    .replaceAll('،', ',')
    .replace(minus, '-')
    .replace(/^\+(?=\d)/, '')

/**
 * A number as a person in that country writes it.
 *
 * Shape   null where the text is no number in this style; grouping has to be regular, by one mark and not behind a
 *         zero, so neither `1.23` nor `1 234.567` nor `0.123` is thousands
 * Unit    as written, a percentage in points; never rounded
 */
export function parseNumber(text: string, kind: CellKind, style: NumberStyle): number | null {
  if (kind === 'number') return Number(text)
  const plain = plainNumber(text)
  if (kind === 'percent') return Number(plain)
  if (/^\d+$/.test(plain)) return Number(plain)
  const written = patternOf(/[٫٬]/.test(plain), style).exec(plain)
  if (!written) return null
  const [, sign = '', digits = '', , decimals] = written
  return Number(`${sign}${digits.replace(/\D/g, '')}${decimals ? `.${decimals}` : ''}`)
}

const patterns = new Map<string, RegExp>()

/** Arabic marks mean one thing each, whatever the style. */
function patternOf(arabic: boolean, { decimal, groups }: NumberStyle): RegExp {
  const marks = arabic ? '٬' : groups.filter((mark) => mark !== decimal && /^[.,]$/.test(mark)).join('')
  const key = `${marks} ${arabic ? '٫' : decimal}`
  const known = patterns.get(key)
  if (known) return known
  const whole = `\\d+|[1-9]\\d{0,2}(?:([${marks} '])\\d{3}(?:\\3\\d{3})*)`
  const pattern = new RegExp(`^(-?)(${whole})(?:${arabic ? '٫' : `\\${decimal}`}(\\d+))?$`)
  patterns.set(key, pattern)
  return pattern
}
