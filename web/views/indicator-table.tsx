import { For, Show } from 'solid-js'
import type { IndicatorRow } from '../pages/indicator-row.ts'
import type { IndicatorTable } from '../pages/table.ts'
import { Scroller } from './scroller.tsx'
import { SexMark } from './sex-mark.tsx'
import { Sparkline } from './sparkline.tsx'
import { StatusTag } from './status-tag.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** The logframe as a table. On a narrow screen it keeps indicator, value and status; the rest is on the indicator's page. */
export function IndicatorRows(props: { table: IndicatorTable }) {
  const { locale } = useView()
  return (
    <Scroller label={props.table.caption}>
      <table class="logframe carded headless" id={props.table.id}>
        <caption class={props.table.headed ? 'unseen' : undefined}>{props.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.t('ui.column.indicator')}</th>
            <th scope="col" class="spare">
              {locale.t('ui.column.trend')}
            </th>
            <th scope="col" class="number spare">
              {locale.t('ui.fact.baseline')}
            </th>
            <th scope="col" class="number">
              {locale.t('ui.fact.latest')}
            </th>
            <Show when={props.table.bySex}>
              <SexHeads />
            </Show>
            <th scope="col" class="number spare">
              {locale.t('ui.fact.target')}
            </th>
            <th scope="col" class="number spare">
              {locale.t('ui.column.ofNext')}
            </th>
            <th scope="col">{locale.t('ui.column.status')}</th>
            <For each={props.table.countries}>
              {(country) => (
                <th scope="col" class="country">
                  {country.name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <For each={props.table.groups}>
          {(group) => (
            <tbody>
              <Show when={group.heading}>
                <tr class="group">
                  <th scope="rowgroup" colspan={columnsOf(props.table)}>
                    {group.heading}
                  </th>
                </tr>
              </Show>
              <For each={group.rows}>{(row) => <Row row={row} table={props.table} />}</For>
            </tbody>
          )}
        </For>
      </table>
    </Scroller>
  )
}

const columnsOf = ({ bySex, countries }: IndicatorTable) => 7 + (bySex ? 3 : 0) + countries.length

const sexes = ['women', 'men', 'unknown'] as const

function SexHeads() {
  const { locale } = useView()
  return (
    <>
      <th scope="col" class="number women">
        {locale.t('word.cell.sex.female')}
      </th>
      <th scope="col" class="number men">
        {locale.t('word.cell.sex.male')}
      </th>
      <th scope="col" class="number unknown">
        {locale.t('word.cell.sex.unknown')}
      </th>
    </>
  )
}

function Row(props: { row: IndicatorRow; table: IndicatorTable }) {
  return (
    <tr>
      <th scope="row">
        <a href={props.row.href}>
          <bdi class="code">{props.row.code}</bdi> <Words phrase={props.row.title} />
        </a>
      </th>
      <td class="spare">
        <Sparkline trend={props.row.trend} words={props.row.trendWords} />
      </td>
      <td class="number spare">{props.row.baseline}</td>
      <td class="number latest">
        <Value figure={props.row.latest} />
        <Show when={props.row.asOf}>
          <small>{props.row.asOf}</small>
        </Show>
      </td>
      <Show when={props.table.bySex}>
        <For each={sexes}>
          {(sex, i) => (
            <td class="number">
              <Show when={props.row.bySex?.[i()]}>
                {(figure) => (
                  <>
                    <span class="only-narrow">
                      <SexMark sex={sex} />{' '}
                    </span>
                    <Value figure={figure()} />
                  </>
                )}
              </Show>
            </td>
          )}
        </For>
      </Show>
      <td class="number spare">{props.row.target}</td>
      <td class="number spare">{props.row.ofNext}</td>
      <td>
        <Show when={props.row.rating}>{(rating) => <StatusTag rating={rating()} />}</Show>
      </td>
      <For each={props.row.countries}>
        {(cell) => (
          <td class="country">
            <Value figure={cell.figure} />
            <Show when={cell.rating}>{(rating) => <StatusTag rating={rating()} />}</Show>
          </td>
        )}
      </For>
    </tr>
  )
}
