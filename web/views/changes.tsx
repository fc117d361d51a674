import { For, Show } from 'solid-js'
import type { ChangedFigure, ChangesPage } from '../pages/changes-page.ts'
import { IndicatorHead } from './indicator-head.tsx'
import { Opening } from './opening.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'

/** Figures of this release beside those of the one before. */
export function Changes(props: { page: ChangesPage }) {
  const { locale } = useView()
  return (
    <>
      <Opening heading={props.page.heading} lead={props.page.lead} />
      <Show when={props.page.lead}>
        <Section id="revised" heading={locale.t('page.changes.revised')}>
          <Figures figures={props.page.revised} label={locale.t('page.changes.revised')} />
        </Section>
        <Section id="newer" heading={locale.t('page.changes.newer')}>
          <Figures figures={props.page.newer} label={locale.t('page.changes.newer')} />
        </Section>
      </Show>
    </>
  )
}

function Figures(props: { figures: readonly ChangedFigure[]; label: string }) {
  const { locale } = useView()
  return (
    <Show when={props.figures.length > 0} fallback={<p>{locale.t('page.changes.none')}</p>}>
      <Scroller label={props.label}>
        <table class="changes revised carded">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.indicator')}</th>
              <th scope="col">{locale.t('ui.column.place')}</th>
              <th scope="col">{locale.t('ui.column.quarter')}</th>
              <th scope="col">{locale.t('ui.column.was')}</th>
              <th scope="col">{locale.t('ui.column.is')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.figures}>
              {(figure) => (
                <tr>
                  <IndicatorHead of={figure} />
                  <td>{figure.place}</td>
                  <td>{figure.quarter}</td>
                  <td>
                    <Value figure={figure.was} />
                  </td>
                  <td>
                    <Value figure={figure.is} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Show>
  )
}
