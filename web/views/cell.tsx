import { For, Show } from 'solid-js'
import type { CellPage } from '../pages/cell-page.ts'
import { OneReading } from './explain-tables.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

type Reading = CellPage['readings'][number]
type Fed = Reading['fed'][number]

/** One cell of a file followed to its figures. */
export function CellView(props: { page: CellPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <p class="kicker">
          <bdi>{props.page.sheet}</bdi>
        </p>
        <h1>{props.page.heading}</h1>
        <p class="lead">{locale.t('ui.cell.lead')}</p>
      </header>
      <For each={props.page.readings}>
        {(reading, i) => (
          <Section id={`read-${i() + 1}`} heading={reading.heading}>
            <p class="lead">
              <Words phrase={reading.title} />
            </p>
            <OneReading entry={reading.entry} />
            <Feeds reading={reading} />
          </Section>
        )}
      </For>
    </>
  )
}

function Feeds(props: { reading: Reading }) {
  const { locale } = useView()
  return (
    <>
      <h3>{locale.t('ui.section.feeds')}</h3>
      <For each={props.reading.fed} fallback={<p>{locale.t('ui.cell.none')}</p>}>
        {(fed) => (
          <details open={props.reading.fed.length === 1}>
            <summary>
              <bdi class="code">{fed.code}</bdi> <Words phrase={fed.title} />
            </summary>
            <FedTable fed={fed} />
          </details>
        )}
      </For>
    </>
  )
}

function FedTable(props: { fed: Fed }) {
  const { locale } = useView()
  const heads = ['quarter', 'place', 'cell', 'value', 'entered'] as const
  return (
    <Scroller label={locale.t('ui.section.feeds')}>
      <table>
        <thead>
          <tr>
            <For each={heads}>
              {(head) => (
                <th scope="col" classList={{ number: head === 'value' }}>
                  {locale.t(`ui.column.${head}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.fed.rows.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.quarter}</th>
                <td>
                  <bdi>{row.place}</bdi>
                </td>
                <td>{row.cell}</td>
                <td class="number">
                  <Value figure={row.figure} />
                </td>
                <td>{row.use}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.fed.rows.more > 0}>
        <p>{locale.t('page.explain.more', { n: locale.format.number(props.fed.rows.more) })}</p>
      </Show>
    </Scroller>
  )
}
