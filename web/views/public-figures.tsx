import { For, Show } from 'solid-js'
import type { PublicFigureRow } from '../pages/public-figures.ts'
import type { Source } from '../pages/sources.ts'
import { Scroller } from './scroller.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'

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
  return (
    <Show when={props.rows.length > 0}>
      <Section class="public" id="public-figures" heading={locale.t('ui.section.figures')}>
        <p>{locale.t('ui.section.figures.note')}</p>
        <Scroller label={locale.t('ui.section.figures')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{locale.t('ui.column.what')}</th>
                <th scope="col">{locale.t('ui.column.country')}</th>
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
                    <td>{row.country}</td>
                    <td class="number">
                      <bdi>{row.value}</bdi>
                    </td>
                    <td>{row.precision}</td>
                    <td>{row.date}</td>
                    <td>
                      <Sources sources={row.sources} />
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
