import { Show } from 'solid-js'
import type { ResultsPage } from '../pages/results-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { IndicatorRows } from './indicator-table.tsx'
import { PublicFigures } from './public-figures.tsx'
import { Section } from './section.tsx'
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
          <Section id="targets" heading={locale.t('ui.section.progress')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <Section id="all-results" heading={locale.t('ui.section.results')}>
        <IndicatorRows table={props.page.table} />
        <Show when={props.page.assumption}>
          {(assumption) => (
            <p class="section-note">
              <strong>{locale.t('ui.fact.assumption')}:</strong> <Words phrase={assumption()} />
            </p>
          )}
        </Show>
      </Section>
      <Show when={props.page.record}>
        {(frame) => (
          <Section id="reports" heading={locale.t('ui.section.record')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <Show when={props.page.nationalNote}>
        <Section class="national" id="national" heading={locale.t('ui.section.national')}>
          <p>{props.page.nationalNote}</p>
        </Section>
      </Show>
      <PublicFigures rows={props.page.figures} />
      <Updates entries={props.page.updates} />
    </>
  )
}
