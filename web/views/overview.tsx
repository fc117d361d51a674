import { For, Show } from 'solid-js'
import type { OverviewPage } from '../pages/overview.ts'
import { ChartFrame } from './chart-frame.tsx'
import { IndicatorRows } from './indicator-table.tsx'
import { PublicFigures } from './public-figures.tsx'
import { Scroller } from './scroller.tsx'
import { StatusChips } from './status-chips.tsx'
import { StatusTag } from './status-tag.tsx'
import { Summary } from './summary.tsx'
import { Updates } from './updates.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

export function Overview(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <h1>{props.page.heading}</h1>
        <Summary sentences={props.page.summary} />
        <StatusChips chips={props.page.chips} />
      </header>
      <section aria-labelledby="status">
        <h2 id="status">{locale.t('ui.section.byStatus')}</h2>
        <ChartFrame frame={props.page.byStatus} />
      </section>
      <Show when={props.page.progress}>
        {(frame) => (
          <section aria-labelledby="targets">
            <h2 id="targets">{locale.t('ui.section.progress')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <Areas page={props.page} />
      <section aria-labelledby="results">
        <h2 id="results">{props.page.attention.caption}</h2>
        <IndicatorRows table={props.page.attention} />
      </section>
      <Changes page={props.page} />
      <Show when={props.page.record}>
        {(frame) => (
          <section aria-labelledby="reports">
            <h2 id="reports">{locale.t('ui.section.record')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <PublicFigures rows={props.page.figures} />
      <Updates entries={props.page.updates} />
    </>
  )
}

function Areas(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">{locale.t('ui.section.areas')}</h2>
      <p class="section-note">{locale.t('ui.section.areas.note')}</p>
      <Scroller label={locale.t('ui.section.areas')}>
        <table class="areas">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.area')}</th>
              <For each={props.page.countries}>
                {(country) => (
                  <th scope="col">
                    <a href={country.href}>{country.name}</a>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.areas}>
              {(area) => (
                <tr>
                  <th scope="row">
                    <a href={area.href}>
                      <bdi class="code">{area.code}</bdi> <Words phrase={area.name} />
                    </a>
                  </th>
                  <For each={area.cells}>
                    {(cell) => (
                      <td>
                        <ul class="counts">
                          <For each={cell.counts}>
                            {(count) => (
                              <li>
                                <StatusTag rating={count} count={count.count} />
                              </li>
                            )}
                          </For>
                        </ul>
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

function Changes(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{locale.t('ui.section.changes')}</h2>
      <Show when={props.page.changes.length > 0} fallback={<p>{locale.t('ui.section.changes.none')}</p>}>
        <Scroller label={locale.t('ui.section.changes')}>
          <table class="changes">
            <thead>
              <tr>
                <th scope="col">{locale.t('ui.column.indicator')}</th>
                <th scope="col">{locale.t('ui.column.place')}</th>
                <th scope="col">{locale.t('ui.column.was')}</th>
                <th scope="col">{locale.t('ui.column.is')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.page.changes}>
                {(change) => (
                  <tr>
                    <th scope="row">
                      <a href={change.href}>
                        <bdi class="code">{change.code}</bdi>
                      </a>
                    </th>
                    <td>{change.country}</td>
                    <td>
                      <StatusTag rating={change.was} />
                    </td>
                    <td>
                      <StatusTag rating={change.is} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Scroller>
      </Show>
    </section>
  )
}
