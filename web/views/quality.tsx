import { For, Show } from 'solid-js'
import type { QualityPage } from '../pages/quality-page.ts'
import { ChartFrame } from './chart-frame.tsx'
import { IndicatorHead } from './indicator-head.tsx'
import { Opening } from './opening.tsx'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { Value } from './value.tsx'
import { useView } from './view-context.ts'

/** How far a release can be trusted. */
export function Quality(props: { page: QualityPage }) {
  const { t } = useView().locale
  return (
    <>
      <Opening heading={props.page.heading} lead={props.page.lead}>
        <p>
          <a href={props.page.changesHref}>{t('ui.nav.changes')}</a>
        </p>
      </Opening>
      <Section id="reporting" heading={t('page.quality.reporting')}>
        <Reporting page={props.page} />
        <Show when={props.page.record}>{(record) => <ChartFrame frame={record()} />}</Show>
      </Section>
      <Section id="weak" heading={t('page.quality.weak')}>
        <Weak page={props.page} />
      </Section>
    </>
  )
}

function Reporting(props: { page: QualityPage }) {
  const { t } = useView().locale
  return (
    <Scroller label={t('page.quality.reporting')}>
      <table class="quality carded">
        <thead>
          <tr>
            <th scope="col">{t('ui.column.place')}</th>
            <th scope="col" class="number">
              {t('page.quality.share')}
            </th>
            <th scope="col">{t('page.quality.came')}</th>
            <th scope="col" class="number">
              {t('page.quality.missing')}
            </th>
            <th scope="col" class="number">
              {t('page.quality.late')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.page.reporting}>
            {(row) => (
              <tr>
                <th scope="row">
                  <a href={row.href}>{row.country}</a>
                </th>
                <td class="number">{row.share}</td>
                <td>{row.lateness}</td>
                <td class="number">{row.missing}</td>
                <td class="number">{row.late}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroller>
  )
}

function Weak(props: { page: QualityPage }) {
  const { t } = useView().locale
  return (
    <Show when={props.page.weak.length > 0} fallback={<p>{t('page.changes.none')}</p>}>
      <Scroller label={t('page.quality.weak')}>
        <table class="quality carded">
          <thead>
            <tr>
              <th scope="col">{t('ui.column.indicator')}</th>
              <th scope="col">{t('ui.column.place')}</th>
              <th scope="col">{t('ui.column.quarter')}</th>
              <th scope="col" class="number">
                {t('ui.fact.latest')}
              </th>
              <th scope="col">{t('page.quality.why')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.page.weak}>
              {(weak) => (
                <tr>
                  <IndicatorHead of={weak} />
                  <td>{weak.place}</td>
                  <td>{weak.quarter}</td>
                  <td class="number">
                    <Value figure={weak.figure} />
                  </td>
                  <td>{weak.figure.note}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scroller>
    </Show>
  )
}
