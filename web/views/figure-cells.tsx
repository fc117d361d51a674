import { For } from 'solid-js'
import type { Figure } from '../pages/figure.ts'
import { Value } from './value.tsx'

/** The cells of a table row that hold figures. */
export function FigureCells(props: { figures: readonly Figure[] }) {
  return (
    <For each={props.figures}>
      {(figure) => (
        <td class="number">
          <Value figure={figure} />
        </td>
      )}
    </For>
  )
}
