import { For, Show } from 'solid-js'
import type { Figure } from '../pages/figure.ts'
import { FigureCells } from './figure-cells.tsx'
import { Scroller } from './scroller.tsx'

interface FigureTableProps {
  class: string
  /** What the table is called by those who do not see it; drawn above it where it is `captioned`. */
  label: string
  captioned?: boolean
  corner: string
  columns: readonly string[]
  rows: readonly { label: string; figures: readonly Figure[] }[]
}

/** Rows of figures under named columns. */
export function FigureTable(props: FigureTableProps) {
  return (
    <Scroller label={props.label}>
      <table class={props.class}>
        <Show when={props.captioned}>
          <caption>{props.label}</caption>
        </Show>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class="number">
                  {column}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <FigureCells figures={row.figures} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  )
}
