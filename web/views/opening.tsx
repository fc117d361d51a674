import { type JSX, Show } from 'solid-js'

/** What a page is about, and what it says of it first. */
export function Opening(props: { heading: string; lead?: string; children?: JSX.Element }) {
  return (
    <header class="opening">
      <h1>{props.heading}</h1>
      <Show when={props.lead}>
        <p class="summary">
          <bdi>{props.lead}</bdi>
        </p>
      </Show>
      {props.children}
    </header>
  )
}
