import { createSignal, onCleanup, onMount } from 'solid-js'
import { stepThrough } from './step-through.ts'

/** What a browser needs of a chart: its points as words. */
export interface Readout {
  id: string
  points: readonly string[]
  /** The point said before anyone steps. */
  start: number
  role: string
  keys: string
}

/** The line under a chart that says one point; the only part of a page that a browser takes over. */
export function ChartReadout(props: Readout) {
  const [at, setAt] = createSignal(props.start)
  onMount(() => {
    const stage = document.getElementById(`${props.id}-stage`)
    if (stage === null) return
    onCleanup(
      stepThrough(stage, {
        label: props.keys,
        role: props.role,
        count: props.points.length,
        at,
        go: setAt,
        openTable: () => document.getElementById(`${props.id}-table`)?.toggleAttribute('open'),
      }),
    )
  })
  return (
    <p class="readout" role="status">
      {props.points[at()]}
    </p>
  )
}
