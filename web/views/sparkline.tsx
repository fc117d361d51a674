import { For, Show } from 'solid-js'
import type { Trend } from '../pages/indicator-row.ts'

const width = 88
const height = 24
const edge = 3

/** Stretches between gaps: a value that is not shown breaks the line. */
function stretches(trend: Trend): { x: number; y: number }[][] {
  const shown = trend.filter((value) => value !== null)
  const low = Math.min(0, ...shown)
  const span = Math.max(...shown) - low || 1
  const found: { x: number; y: number }[][] = [[]]
  trend.forEach((value, i) => {
    if (value === null) found.push([])
    else
      found.at(-1)?.push({
        x: edge + ((width - 2 * edge) * i) / Math.max(1, trend.length - 1),
        y: height - edge - ((height - 2 * edge) * (value - low)) / span,
      })
  })
  return found.filter((stretch) => stretch.length > 0)
}

const pathOf = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** A line as high as a word; its first and last values are said in words. */
export function Sparkline(props: { trend: Trend; words: string | null }) {
  const lines = () => stretches(props.trend)
  const end = () => lines().at(-1)?.at(-1)
  return (
    <Show when={props.words}>
      <svg class="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <For each={lines()}>{(points) => <path d={pathOf(points)} />}</For>
        <Show when={end()}>
          {(point) => <circle cx={point().x.toFixed(1)} cy={point().y.toFixed(1)} r="2.5" />}
        </Show>
      </svg>
      <span class="unseen">{props.words}</span>
    </Show>
  )
}
