import { For } from 'solid-js'
import type { Option } from '../pages/option.ts'

/** One of several, in an ordinary form. */
export function Choice(props: { name: string; label: string; options: readonly Option[] }) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select name={props.name}>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.chosen} lang={option.language}>
              {option.text}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
