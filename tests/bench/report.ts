/** One measured line: what, the figure with its unit, and beside what it was measured in the same run. */
export type Line = { what: string; figure: string; beside?: string }

export const perSecond = (count: number, ms: number) => (1000 * count) / ms
export const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
export const times = (value: number) => `${value.toFixed(2)}×`

export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export function print(title: string, lines: readonly Line[]) {
  console.log(`\n${title}`)
  const width = Math.max(...lines.map(({ what }) => what.length))
  for (const { what, figure, beside } of lines)
    console.log(`  ${what.padEnd(width)}  ${figure}${beside ? `   (${beside})` : ''}`)
}
