import { For, Show } from 'solid-js'
import type { UpdateEntry } from '../pages/updates.ts'
import { Sources } from './public-figures.tsx'
import { Section } from './section.tsx'
import { useView } from './view-context.ts'
import { Words } from './words.tsx'

/** Dated public events, newest first. */
export function Updates(props: { entries: readonly UpdateEntry[] }) {
  const { locale } = useView()
  return (
    <Show when={props.entries.length > 0}>
      <Section id="updates" heading={locale.t('ui.section.updates')}>
        <ol class="updates">
          <For each={props.entries}>{(entry) => <Entry entry={entry} />}</For>
        </ol>
      </Section>
    </Show>
  )
}

function Entry(props: { entry: UpdateEntry }) {
  return (
    <li>
      <p class="update-head">
        <time datetime={props.entry.datetime}>{props.entry.date}</time>
        <Show when={props.entry.country.href} fallback={<span>{props.entry.country.name}</span>}>
          {(href) => <a href={href()}>{props.entry.country.name}</a>}
        </Show>
        <For each={props.entry.areas}>
          {(area) => (
            <a href={area.href}>
              <bdi>{area.code}</bdi>
            </a>
          )}
        </For>
      </p>
      <p>
        <Words phrase={props.entry.fact} />
      </p>
      <Show when={props.entry.sources.length > 0}>
        <p class="update-source">
          <Sources sources={props.entry.sources} />
        </p>
      </Show>
    </li>
  )
}
