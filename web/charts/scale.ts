/** Below this two numbers are drawn in one place. */
const NOTHING = 1e-9

/** An explicit value axis: `ticks` from `min` to `max`, both on a tick. */
export interface ValueAxis {
  min: number
  max: number
  ticks: number[]
}

/**
 * The axis that holds zero and the numbers given, in about `steps` round steps.
 *
 * Whoever calls passes only numbers a reader may see: an axis must not hint at a hidden one.
 */
export function valueAxis(numbers: readonly number[], steps: number, whole: boolean): ValueAxis {
  const low = Math.min(0, ...numbers)
  const high = Math.max(0, ...numbers)
  const span = high - low > NOTHING ? high - low : 1
  const rough = span / Math.max(1, steps)
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const factors = whole && magnitude < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]
  const factor = factors.find((round) => round * magnitude >= rough * 0.999) ?? 10
  const step = whole ? Math.max(1, factor * magnitude) : factor * magnitude
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step))
  return { min: rounded(first * step), max: rounded(last * step), ticks }
}

const rounded = (number: number) => +number.toPrecision(12)
