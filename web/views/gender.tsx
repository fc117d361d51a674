import { For, Show } from 'solid-js'
import type { GenderPage } from '../pages/gender-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { Scroller } from './scroller.tsx'
import { SexMark } from './sex-mark.tsx'
import { Summary } from './summary.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

export function Gender(props: { page: GenderPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <h1>{props.page.heading}</h1>
        <Summary sentences={props.page.summary} />
      </header>
      <section aria-labelledby="representation-heading">
        <h2 id="representation-heading">{locale.t('ui.section.representation')}</h2>
        <Show when={props.page.representation}>{(frame) => <ChartFrame frame={frame()} />}</Show>
        <Show when={props.page.shares}>{(frame) => <ChartFrame frame={frame()} />}</Show>
      </section>
      <Show when={props.page.outcomes}>
        {(frame) => (
          <section aria-labelledby="outcomes-heading">
            <h2 id="outcomes-heading">{locale.t('ui.section.outcomes')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <SexTable page={props.page} />
    </>
  )
}

function SexTable(props: { page: GenderPage }) {
  const { locale } = useView()
  return (
    <section aria-labelledby="all-by-sex">
      <h2 id="all-by-sex">{locale.t('ui.section.genderTable')}</h2>
      <Scroller label={locale.t('ui.section.genderTable')}>
        <table class="by-sex">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.indicator')}</th>
              <th scope="col" class="number">
                <SexMark sex="women" /> {locale.t('word.cell.sex.female')}
              </th>
              <th scope="col" class="number">
                <SexMark sex="men" /> {locale.t('word.cell.sex.male')}
              </th>
              <th scope="col" class="number">
                <SexMark sex="unknown" /> {locale.t('word.cell.sex.unknown')}
              </th>
              <th scope="col" class="number">
                {locale.t('word.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <a href={row.href}>
                      <bdi class="code">{row.code}</bdi> <Words phrase={row.title} />
                    </a>
                  </th>
                  <For each={row.figures}>
                    {(figure) => (
                      <td class="number">
                        <Value figure={figure} />
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}
