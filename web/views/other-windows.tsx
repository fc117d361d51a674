import { For, Show } from 'solid-js'
import type { WindowTable } from '../pages/window-rows.ts'
import { FigureCells } from './figure-cells.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'

/** The same quarter's end over every window, for reports that count otherwise. */
export function OtherWindows(props: { table: WindowTable }) {
  const { locale } = useView()
  return (
    <Section id="other-windows" heading={locale.t('ui.section.windows')}>
      <p class="section-note">{locale.t('ui.section.windows.note', { day: props.table.day })}</p>
      <Scroller label={locale.t('ui.section.windows')}>
        <table class="values">
          <thead>
            <tr>
              <th scope="col">{locale.t('ui.column.window')}</th>
              <For each={props.table.columns}>
                {(column) => (
                  <th scope="col" class="number">
                    {column}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.table.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    {row.window}
                    <Show when={row.running}> ({locale.t('ui.soFar')})</Show>
                  </th>
                  <FigureCells figures={row.figures} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Section>
  )
}
