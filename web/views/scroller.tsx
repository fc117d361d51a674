import type { JSX } from 'solid-js'

/**
 * A table wider than the screen scrolls here and not with the page; the keyboard can scroll it too. It is a group
 * and no landmark, because its section already is one with the same name.
 */
export function Scroller(props: { label: string; children: JSX.Element }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" class="scroller" tabindex="0" aria-label={props.label}>
      {props.children}
    </div>
  )
}
