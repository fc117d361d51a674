import { For, Show } from 'solid-js'
import type { GenderPage } from '../pages/gender-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureCells } from './figure-cells.tsx'
import { IndicatorHead } from './indicator-head.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { SexMark } from './sex-mark.tsx'
import { Summary } from './summary.tsx'
import { useView } from './view-context.ts'

export function Gender(props: { page: GenderPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <h1>{props.page.heading}</h1>
        <Summary sentences={props.page.summary} />
      </header>
      <Section id="representation-heading" heading={locale.t('ui.section.representation')}>
        <Show when={props.page.representation}>{(frame) => <ChartFrame frame={frame()} />}</Show>
        <Show when={props.page.shares}>{(frame) => <ChartFrame frame={frame()} />}</Show>
      </Section>
      <Show when={props.page.outcomes}>
        {(frame) => (
          <Section id="outcomes-heading" heading={locale.t('ui.section.outcomes')}>
            <ChartFrame frame={frame()} />
          </Section>
        )}
      </Show>
      <SexTable page={props.page} />
    </>
  )
}

function SexTable(props: { page: GenderPage }) {
  const { locale } = useView()
  return (
    <Section id="all-by-sex" heading={locale.t('ui.section.genderTable')}>
      <Scroller label={locale.t('ui.section.genderTable')}>
        <table class="by-sex carded">
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
                  <IndicatorHead of={row} />
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
