import type { JSX } from 'solid-js'

/** A table wider than the screen scrolls here and not with the page; the keyboard can scroll it too. */
export function Scroller(props: { label: string; children: JSX.Element }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabindex="0" aria-label={props.label}>
      {props.children}
    </section>
  )
}
