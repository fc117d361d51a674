import { For, Show } from 'solid-js'
import type { OverviewPage } from '../pages/overview.ts'
import { ChartFrame } from './chart-frame.tsx'
import { IndicatorHead } from './indicator-head.tsx'
import { IndicatorRows } from './indicator-table.tsx'
import { PublicFigures } from './public-figures.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
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
      <Section id="status" heading={locale.t('ui.section.byStatus')}>
        <ChartFrame frame={props.page.byStatus} />
      </Section>
      <Show when={props.page.progress}>
        {(frame) => (
          <Section id="targets" heading={locale.t('ui.section.progress')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <Brief page={props.page} />
      <Areas page={props.page} />
      <Section id="results" heading={props.page.attention.caption}>
        <IndicatorRows table={props.page.attention} />
      </Section>
      <Changes page={props.page} />
      <Show when={props.page.record}>
        {(frame) => (
          <Section id="reports" heading={locale.t('ui.section.record')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <PublicFigures rows={props.page.figures} />
      <Updates entries={props.page.updates} />
    </>
  )
}

/** What the printed page has in the place of drawings: few results, with the countries beside each other. */
function Brief(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <table class="only-print">
      <thead>
        <tr>
          <th scope="col">{locale.t('ui.column.indicator')}</th>
          <th scope="col" class="number">
            {locale.t('ui.fact.latest')}
          </th>
          <th scope="col" class="number">
            {locale.t('ui.fact.target')}
          </th>
          <th scope="col">{locale.t('ui.column.status')}</th>
          <For each={props.page.countries}>
            {(country) => (
              <th scope="col" class="number">
                {country.name}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.page.brief}>
          {(row) => (
            <tr>
              <th scope="row">{row.title.text}</th>
              <td class="number">{row.latest.text}</td>
              <td class="number">{row.target}</td>
              <td>
                <Show when={row.rating}>{(rating) => <StatusTag rating={rating()} />}</Show>
              </td>
              <For each={row.countries}>{({ figure }) => <td class="number">{figure.text}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function Areas(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <Section id="areas" heading={locale.t('ui.section.areas')}>
      <p class="section-note">{locale.t('ui.section.areas.note')}</p>
      <Scroller label={locale.t('ui.section.areas')}>
        <table class="areas carded">
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
    </Section>
  )
}

function Changes(props: { page: OverviewPage }) {
  const { locale } = useView()
  return (
    <Section id="changes" heading={locale.t('ui.section.changes')}>
      <Show when={props.page.changes.length > 0} fallback={<p>{locale.t('ui.section.changes.none')}</p>}>
        <Scroller label={locale.t('ui.section.changes')}>
          <table class="changes carded">
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
                    <IndicatorHead of={change} />
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
    </Section>
  )
}
