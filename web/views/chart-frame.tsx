import { For, Show } from 'solid-js'
import type { ChartTable } from '../charts/chart.ts'
import type { Frame } from '../pages/frame.ts'
import { Scroller } from './scroller.tsx'
import { useView } from './view-context.ts'

/** The only way a chart gets onto a page: with headline, subtitle, summary, readout, table and source. */
export function ChartFrame(props: { frame: Frame; level?: 'h2' | 'h3' }) {
  const { locale, drawings, tablesOpen } = useView()
  const { id } = props.frame.chart
  const drawing = drawings.get(id)
  if (drawing === undefined) throw new Error(`the chart ${id} was not drawn before its page`)
  return (
    <figure
      class="frame"
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      data-donors={locale.t('ui.donors')}
    >
      <h3 id={`${id}-title`}>{props.frame.headline}</h3>
      <p class="subtitle">{props.frame.subtitle}</p>
      <div class="frame-body">
        <div class="stage" id={`${id}-stage`}>
          <div class="wide" innerHTML={drawing.wide} />
          <div class="narrow" innerHTML={drawing.narrow} />
        </div>
        <div class="frame-words">
          <p class="frame-summary" id={`${id}-summary`}>
            {drawing.summary}
          </p>
          <div class="readout-place" data-readout={id} innerHTML={drawing.readoutHtml} />
        </div>
      </div>
      <details class="as-table" id={`${id}-table`} open={tablesOpen}>
        <summary>{locale.t('ui.table.show')}</summary>
        <Table table={drawing.table} label={props.frame.headline} />
      </details>
      <For each={props.frame.notes}>{(note) => <p class="frame-note">{note}</p>}</For>
      <SourceLine id={id} />
    </figure>
  )
}

function Table(props: { table: ChartTable; label: string }) {
  const { locale } = useView()
  return (
    <Scroller label={`${locale.t('ui.table.scroll')}: ${props.label}`}>
      <table>
        <caption>{props.table.caption}</caption>
        <thead>
          <tr>
            <For each={props.table.columns}>
              {(column) => (
                <th scope="col" classList={{ number: column.numeric }}>
                  {column.label}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.table.rows}>{(row) => <Row row={row} table={props.table} />}</For>
        </tbody>
      </table>
    </Scroller>
  )
}

function Row(props: { row: ChartTable['rows'][number]; table: ChartTable }) {
  return (
    <tr>
      <th scope="row" title={props.row.cells[0]?.note}>
        <Show when={props.row.href} fallback={props.row.cells[0]?.text}>
          {(href) => <a href={href()}>{props.row.cells[0]?.text}</a>}
        </Show>
        <Show when={props.row.cells[0]?.note}>{(note) => <span class="unseen"> {note()}</span>}</Show>
      </th>
      <For each={props.row.cells.slice(1)}>
        {(cell, i) => (
          <td
            classList={{ number: props.table.columns[i() + 1]?.numeric ?? false }}
            data-value={cell.raw ?? undefined}
            data-state={cell.state ?? undefined}
            title={cell.note}
          >
            <bdi>{cell.text}</bdi>
            <Show when={cell.note}>
              <span class="unseen"> {cell.note}</span>
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}

/** What programs call these forms is the same in every language. */
const forms = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
] as const

function SourceLine(props: { id: string }) {
  const { locale, csv, dataAsOf, version } = useView()
  return (
    <p class="source-line">
      <span class="source-words">
        {locale.t('ui.source')} · {locale.t('ui.scope.dataAsOf', { date: dataAsOf })} ·{' '}
        <bdi>{locale.t('ui.version', { version })}</bdi>
      </span>{' '}
      ·{' '}
      <a href={csv} data-csv={`${props.id}-table`} download={`${props.id}.csv`}>
        {locale.t('ui.table.download')}
      </a>
      <span class="save-chart" hidden>
        <For each={forms}>
          {([as, name]) => (
            <>
              {' '}
              ·{' '}
              <button type="button" class="plain" data-as={as}>
                {locale.t('ui.chart.save', { form: name })}
              </button>
            </>
          )}
        </For>
      </span>
    </p>
  )
}
