import { Match, Switch } from 'solid-js'
import type { Split } from '../pages/splits.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureTable } from './figure-table.tsx'
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
    <FigureTable
      class="split-table"
      label={props.split.caption}
      captioned
      corner={locale.t('ui.column.cell')}
      columns={props.split.places}
      rows={props.split.rows}
    />
  )
}
