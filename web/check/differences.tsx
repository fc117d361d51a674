import { For, Show } from 'solid-js'
import type { Difference, Differences as Told } from '../../api/contract/check-file.ts'
import { filled, type Words } from './words.ts'

/** What the file would change of what counts now: how many of each, and the gravest one by one. */
export function Differences(props: { differences: Told; words: Words }) {
  const { says } = props.words
  const kinds = ['new', 'changed', 'removed', 'suspicious'] as const
  return (
    <>
      <h3>{says.differences}</h3>
      <ul class="check-differences">
        <For each={kinds}>
          {(kind) => (
            <li class={kind}>{filled(says[`difference.${kind}`], { n: props.differences[kind] })}</li>
          )}
        </For>
      </ul>
      <Show when={props.differences.listed.length > 0}>
        <details open={props.differences.suspicious > 0}>
          <summary>{filled(says.more, { n: props.differences.listed.length })}</summary>
          <ul>
            <For each={props.differences.listed}>{(one) => <li>{differenceWords(one, props.words)}</li>}</For>
          </ul>
        </details>
      </Show>
    </>
  )
}

/** Which value, what it was, what it is. */
export function differenceWords(one: Difference, { says, states, cells }: Words): string {
  const standing = (value: Difference['was']) => {
    if (value === null) return says['difference.nothing']
    return typeof value === 'number' ? String(value) : states[value]
  }
  const parts = one.cell === '' ? [] : one.cell.split(';').map((part) => cells[part] ?? part)
  const what = [one.title, ...parts, one.placeName, one.quarter].join(' · ')
  const change = filled(says['difference.line'], { was: standing(one.was), now: standing(one.now) })
  return `${what}: ${change}${one.suspicious ? ` (${says['difference.suspect']})` : ''}`
}
