import { For, Match, Switch } from 'solid-js'
import type { Split } from '../pages/splits.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureCells } from './figure-cells.tsx'
import { Scroller } from './scroller.tsx'
import { useView } from './view-context.ts'

type Kind<Name extends Split['kind']> = Extract<Split, { kind: Name }>

/** One breakdown: a chart, a table where there are many categories, a sentence where all is hidden. */
export function SplitView(props: { split: Split }) {
  return (
    <Switch>
      <Match when={props.split.kind === 'chart' && (props.split as Kind<'chart'>)}>
        {(split) => <ChartFrame frame={split().frame} />}
      </Match>
      <Match when={props.split.kind === 'table' && (props.split as Kind<'table'>)}>
        {(split) => <SplitTable split={split()} />}
      </Match>
      <Match when={props.split.kind === 'sentence' && (props.split as Kind<'sentence'>)}>
        {(split) => <p class="split-silent">{split().text}</p>}
      </Match>
    </Switch>
  )
}

function SplitTable(props: { split: Kind<'table'> }) {
  const { locale } = useView()
  return (
    <Scroller label={props.split.caption}>
      <table class="split-table">
        <caption>{props.split.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.t('ui.column.cell')}</th>
            <For each={props.split.places}>
              {(place) => (
                <th scope="col" class="number">
                  {place}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.split.rows}>
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
