import { For, Show } from 'solid-js'
import type { Change } from '../pages/history.ts'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** What an indicator's definition and plans were before, since when they are not, and why. */
export function History(props: { changes: readonly Change[] }) {
  const { locale } = useView()
  return (
    <Show when={props.changes.length > 0}>
      <Section id="history" heading={locale.t('ui.section.history')}>
        <p class="section-note">{locale.t('ui.section.history.note')}</p>
        <For each={props.changes}>{(change) => <OneChange change={change} />}</For>
      </Section>
    </Show>
  )
}

function OneChange(props: { change: Change }) {
  const { locale } = useView()
  return (
    <>
      <h3>{props.change.heading}</h3>
      <p>
        <Words phrase={props.change.reason} />
      </p>
      <Scroller label={props.change.heading}>
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.what')}</th>
              <th scope="col">{locale.t('ui.column.was')}</th>
              <th scope="col">{locale.t('ui.column.is')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.change.rows}>
              {(row) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <td>
                    <Words phrase={row.was} />
                  </td>
                  <td>
                    <Words phrase={row.is} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </>
  )
}
