import { type NumberStyle, parseNumber } from './parse-number.ts'

/** The mark that stands before decimals. */
export type DecimalMark = 'comma' | 'point'

export const decimalStyles: Record<DecimalMark, NumberStyle> = {
  comma: { decimal: ',', groups: ['.'] },
  point: { decimal: '.', groups: [','] },
}
export const otherMark = { comma: 'point', point: 'comma' } as const

/** A text in place of a number, and whether only a whole number can stand there. */
export type NumberText = { text: string; whole: boolean }

/** What a file's numbers say about the way they are written. */
export type StyleFound = {
  /** Null while it has to be asked. */
  style: NumberStyle | null
  /** The likely answer. */
  likely: {
    mark: DecimalMark
    confidence: number
    reason: 'other-numbers' | 'whole-numbers' | 'usual-here'
  } | null
}

const readBy = (text: string, mark: DecimalMark) => parseNumber(text, 'text', decimalStyles[mark])

/** `12,5` shows a comma, `1.234.567` too, `1.234` can be either; null where it makes no difference. */
export function shownBy(text: string): DecimalMark | 'either' | null {
  const [comma, point] = [readBy(text, 'comma'), readBy(text, 'point')]
  if (comma === point) return null
  if (comma === null) return 'point'
  return point === null ? 'comma' : 'either'
}

/**
 * The way a file writes its numbers: as its description has it where nothing in the file speaks against it.
 *
 * Shape   no style where a number would change a thousandfold and the file itself does not settle it: numbers of the
 *         other style, a mark the description does not know, a count that would have decimals
 */
export function styleOf(numbers: readonly NumberText[], declared: NumberStyle | null): StyleFound {
  const shown = numbers.flatMap((number) => {
    const mark = shownBy(number.text)
    return mark ? [{ ...number, mark }] : []
  })
  const count = (wanted: DecimalMark) => shown.filter(({ mark }) => mark === wanted).length
  const either = shown.filter(({ mark }) => mark === 'either')
  const seen = { comma: count('comma'), point: count('point') }
  const own = declared ? markOf(declared) : seen.point > seen.comma ? 'point' : 'comma'
  const other = otherMark[own]
  const reads = ({ text, whole }: NumberText, mark: DecimalMark) => {
    const value = readBy(text, mark)
    return value !== null && (!whole || Number.isInteger(value))
  }
  const contradicted =
    seen[other] > 0 &&
    (either.length > 0 || shown.some((number) => !reads(number, own) && reads(number, other)))
  const undeclared = declared && either.some(({ text }) => parseNumber(text, 'text', declared) === null)
  const unsettled = seen[own] === 0 && (declared ? undeclared : either.length > 0)
  const cutUp = either.some(({ text, whole }) => whole && text.includes(own === 'comma' ? ',' : '.'))
  if (contradicted || unsettled || cutUp)
    return { style: null, likely: likelyOf(seen, either, own, declared) }
  return { style: declared && !undeclared ? declared : decimalStyles[own], likely: null }
}

const markOf = ({ decimal }: NumberStyle): DecimalMark => (decimal === ',' ? 'comma' : 'point')

function likelyOf(
  seen: Record<DecimalMark, number>,
  either: readonly NumberText[],
  own: DecimalMark,
  declared: NumberStyle | null,
): StyleFound['likely'] {
  if (seen.comma !== seen.point) {
    const mark = seen.comma > seen.point ? 'comma' : 'point'
    return { mark, confidence: seen[mark] / (seen.comma + seen.point + 1), reason: 'other-numbers' }
  }
  const grouping = (['comma', 'point'] as const).filter((mark) =>
    either.every(
      ({ text, whole }) =>
        whole && Number.isInteger(readBy(text, mark)) && text.includes(mark === 'comma' ? '.' : ','),
    ),
  )
  if (either.length > 0 && grouping[0]) return { mark: grouping[0], confidence: 0.9, reason: 'whole-numbers' }
  return declared && { mark: own, confidence: 0.6, reason: 'usual-here' }
}
