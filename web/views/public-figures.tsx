import { For, Show } from 'solid-js'
import type { PublicFigureRow } from '../pages/public-figures.ts'
import type { Source } from '../pages/sources.ts'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'

/** More sources than this stand folded. */
const mostInLine = 2

export function Sources(props: { sources: readonly Source[] }) {
  return (
    <For each={props.sources}>
      {(source, i) => (
        <>
          {i() > 0 ? '; ' : ''}
          <span lang="en" dir="ltr">
            <Show when={source.url} fallback={source.label}>
              {(url) => (
                <a href={url()} rel="noreferrer">
                  {source.label}
                </a>
              )}
            </Show>
          </span>
        </>
      )}
    </For>
  )
}

/** Real figures, set apart by their frame, each with date, precision and source. */
export function PublicFigures(props: { rows: readonly PublicFigureRow[] }) {
  const { locale } = useView()
  const severalCountries = () => new Set(props.rows.map(({ country }) => country)).size > 1
  return (
    <Show when={props.rows.length > 0}>
      <Section class="public" id="public-figures" heading={locale.t('ui.section.figures')}>
        <p>{locale.t('ui.section.figures.note')}</p>
        <Scroller label={locale.t('ui.section.figures')}>
          <table class="carded headless">
            <thead>
              <tr>
                <th scope="col">{locale.t('ui.column.what')}</th>
                <Show when={severalCountries()}>
                  <th scope="col">{locale.t('ui.column.country')}</th>
                </Show>
                <th scope="col" class="number">
                  {locale.t('ui.column.value')}
                </th>
                <th scope="col">{locale.t('ui.column.precision')}</th>
                <th scope="col">{locale.t('ui.column.date')}</th>
                <th scope="col">{locale.t('ui.column.source')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.rows}>
                {(row) => (
                  <tr>
                    <th scope="row">{row.what}</th>
                    <Show when={severalCountries()}>
                      <td>{row.country}</td>
                    </Show>
                    <td class="number">
                      <bdi>{row.value}</bdi>
                    </td>
                    <td>{row.precision}</td>
                    <td>{row.date}</td>
                    <td>
                      <Show
                        when={row.sources.length > mostInLine}
                        fallback={<Sources sources={row.sources} />}
                      >
                        <details>
                          <summary>
                            {locale.t('ui.sources', { n: locale.format.number(row.sources.length) })}
                          </summary>
                          <Sources sources={row.sources} />
                        </details>
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Scroller>
      </Section>
    </Show>
  )
}
