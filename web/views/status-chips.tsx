import { For, Show } from 'solid-js'
import type { StatusChip } from '../pages/table.ts'
import { StatusIcon } from './status-tag.tsx'
import { useView } from './view-context.ts'

/** Counts by status that filter the page; each is a link, the one in force leads back to all. */
export function StatusChips(props: { chips: readonly StatusChip[] }) {
  const { locale } = useView()
  const current = () => props.chips.find((chip) => chip.current)
  return (
    <nav class="chips" aria-label={locale.t('ui.filterByStatus')}>
      <ul>
        <For each={props.chips}>
          {(chip) => (
            <li>
              <a
                class="chip"
                data-status={chip.status}
                href={chip.href}
                aria-current={chip.current ? 'true' : undefined}
              >
                <b>{chip.count}</b>
                <span>
                  <StatusIcon status={chip.status} /> {chip.word}
                </span>
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={current()}>{(chip) => <a href={chip().href}>{locale.t('ui.allResults')}</a>}</Show>
    </nav>
  )
}
