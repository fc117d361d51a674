import { Show } from 'solid-js'
import type { Figure } from '../pages/figure.ts'

/** A number with the way to its explanation, or a mark with the way to its meaning. */
export function Value(props: { figure: Figure }) {
  return (
    <Show when={props.figure.href} fallback={<Shown figure={props.figure} />}>
      {(href) => (
        <a class="value" data-state={props.figure.state} href={href()} title={props.figure.note ?? undefined}>
          <Shown figure={props.figure} />
        </a>
      )}
    </Show>
  )
}

function Shown(props: { figure: Figure }) {
  return (
    <>
      <bdi>{props.figure.text}</bdi>
      <Show when={props.figure.provisional}>
        {' '}
        <span class="mark">[p]</span>
      </Show>
      <Show when={props.figure.note}>
        <span class="unseen"> {props.figure.note}</span>
      </Show>
    </>
  )
}
