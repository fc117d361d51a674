import type { Step } from '../../../indicators/model/explanation.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const values = (addends: readonly { value: number }[]) => sum(addends.map(({ value }) => value))

/** What a step comes to by its own numbers: one number, or two ends. */
export function recomputed(step: Step): number | { low: number; high: number | null } {
  switch (step.kind) {
    case 'units':
      return sum(step.addends.map(({ weight, readings }) => weight * sum(readings)))
    case 'elements':
    case 'countries':
      return values(step.addends)
    case 'rest':
      return step.total - values(step.named)
    case 'answers':
      return step.yes
    case 'divide':
      return (step.scale * step.numerator) / step.denominator
    case 'reported':
    case 'stages':
      return step.result
    case 'people': {
      const counts = step.counts.map(({ value }) => value)
      const highs = [step.whole ? sum(counts) : null, step.base].filter((high) => high !== null)
      const low = Math.max(0, step.newcomers ?? 0, ...counts)
      return { low, high: highs.length === 0 ? null : Math.max(low, Math.min(...highs)) }
    }
    case 'bounds': {
      const lows = step.addends.map(({ low }) => low)
      const highs = step.addends.flatMap(({ high }) => high ?? [])
      const isWhole = highs.length === step.addends.length && step.high !== null
      return {
        low: step.disjoint ? sum(lows) : Math.max(...lows),
        high: isWhole ? sum(highs) : null,
      }
    }
  }
}

/** What a step says it comes to. */
export const told = (step: Step) => ('result' in step ? step.result : { low: step.low, high: step.high })
