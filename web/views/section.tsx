import type { JSX } from 'solid-js'

/** A part of a page under its heading, which names it as a landmark. */
export function Section(props: { id: string; heading: string; class?: string; children: JSX.Element }) {
  return (
    <section class={props.class} aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      {props.children}
    </section>
  )
}
