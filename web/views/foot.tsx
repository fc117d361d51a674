import { For, Show } from 'solid-js'
import type { Shell } from '../pages/shell.ts'
import { DataLinks } from './data-links.tsx'
import type { Remarks } from './remarks.ts'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'

/** Notes, source, version, how to cite, and who paid. */
export function Foot(props: { shell: Shell; remarks: Remarks }) {
  const { locale } = useView()
  return (
    <footer class="foot">
      <div class="inner">
        <section class="notes" aria-label={locale.t('ui.nav.methods')}>
          <Show when={props.shell.release.illustrative}>
            <p>
              <strong>{locale.t('ui.illustrative')}.</strong> {locale.t('ui.illustrative.note')}
            </p>
          </Show>
          <Show when={props.remarks.states.length > 0}>
            <ul class="legend">
              <For each={props.remarks.states}>
                {(state) => (
                  <li>
                    <b>
                      <bdi>{state.mark}</bdi>
                    </b>{' '}
                    {state.word}
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={props.remarks.fallback}>
            <p>{locale.t('ui.fallback.note')}</p>
          </Show>
          <Show when={props.remarks.unconfirmed}>
            <p>{locale.t('ui.unconfirmed.note')}</p>
          </Show>
          <Show when={props.remarks.unreviewed}>
            <p>{locale.t('ui.review.note')}</p>
          </Show>
          <p>
            {locale.t('ui.source')} · {locale.t('ui.scope.dataAsOf', { date: props.shell.release.dataAsOf })}{' '}
            · <bdi>{locale.t('ui.version', { version: props.shell.release.id })}</bdi>
          </p>
          <p class="data-links">
            <DataLinks />
          </p>
        </section>
        <details class="cite">
          <summary>{locale.t('ui.cite')}</summary>
          <p>
            <bdi>{props.shell.citation.text}</bdi>
          </p>
          <p>
            <a href={props.shell.citation.href}>{locale.t('ui.cite.link')}</a>
          </p>
        </details>
        <Section class="donors" id="donors" heading={locale.t('ui.donors.heading')}>
          <p>{locale.t('ui.donors')}</p>
          <p>{locale.t('ui.donors.disclaimer')}</p>
        </Section>
      </div>
    </footer>
  )
}
