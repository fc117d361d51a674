import { z } from 'zod'
import type { Definition } from '../model/indicator.ts'
import type { PlannedValue } from '../model/target.ts'
import { scaleOf } from './formula-terms.ts'

const Pair = z.string().regex(/^\d+(\.\d+)?\/[1-9]\d*$/)
const OfWhole = z.strictObject({ value: z.number(), of: z.number().positive() })
const Written = z.union([z.number(), z.enum(['yes', 'no']), Pair, OfWhole])
export type Amount = z.infer<typeof Written>

/** A planned figure as people write it. */
export const Amount = z.custom<Amount>(
  (written) => Written.safeParse(written).success,
  'write a number, yes, no, a pair like 66/120, or { value: 60, of: 150 }',
)

/** An amount as a planned value, or what to write instead. */
export function readAmount(amount: Amount, { code, formula }: Definition): PlannedValue | string {
  const scale = scaleOf(formula)
  if (formula.kind === 'yes_no')
    return amount === 'yes' || amount === 'no'
      ? { value: amount === 'yes' ? 1 : 0 }
      : `${code} is yes or no: write yes or no`
  if (amount === 'yes' || amount === 'no') return `${code} is a number: write a number`
  if (scale === undefined)
    return typeof amount === 'number' ? { value: amount } : `${code} has no denominator: write a number alone`
  if (typeof amount === 'number')
    return `${code} is a ratio, and countries pool by its parts: write a pair like 66/120, or { value: ${amount}, of: 120 }`
  if (typeof amount === 'object')
    return {
      value: amount.value,
      numerator: plain((amount.value * amount.of) / scale),
      denominator: amount.of,
    }
  const [numerator = 0, denominator = 1] = amount.split('/').map(Number)
  return { value: (scale * numerator) / denominator, numerator, denominator }
}

/** Without the noise of binary fractions: 3.7 × 120 is 444. */
const plain = (value: number) => Number(value.toPrecision(12))
