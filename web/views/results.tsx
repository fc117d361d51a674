import { Show } from 'solid-js'
import type { ResultsPage } from '../pages/results-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { IndicatorRows } from './indicator-table.tsx'
import { PublicFigures } from './public-figures.tsx'
import { StatusChips } from './status-chips.tsx'
import { Summary } from './summary.tsx'
import { Updates } from './updates.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** An objective, a focus area or a country. */
export function Results(props: { page: ResultsPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <h1>{props.page.heading}</h1>
        <Show when={props.page.statement}>
          {(statement) => (
            <p class="statement">
              <Words phrase={statement()} />
            </p>
          )}
        </Show>
        <Summary sentences={props.page.summary} />
        <StatusChips chips={props.page.chips} />
      </header>
      <Show when={props.page.progress}>
        {(frame) => (
          <section aria-labelledby="targets">
            <h2 id="targets">{locale.t('ui.section.progress')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <section aria-labelledby="all-results">
        <h2 id="all-results">{locale.t('ui.section.results')}</h2>
        <IndicatorRows table={props.page.table} />
        <Show when={props.page.assumption}>
          {(assumption) => (
            <p class="section-note">
              <strong>{locale.t('ui.fact.assumption')}:</strong> <Words phrase={assumption()} />
            </p>
          )}
        </Show>
      </section>
      <Show when={props.page.record}>
        {(frame) => (
          <section aria-labelledby="reports">
            <h2 id="reports">{locale.t('ui.section.record')}</h2>
            <ChartFrame frame={frame()} />
          </section>
        )}
      </Show>
      <Show when={props.page.nationalNote}>
        <section class="national" aria-labelledby="national">
          <h2 id="national">{locale.t('ui.section.national')}</h2>
          <p>{props.page.nationalNote}</p>
        </section>
      </Show>
      <PublicFigures rows={props.page.figures} />
      <Updates entries={props.page.updates} />
    </>
  )
}
