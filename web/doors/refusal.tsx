import { createSignal, Show } from 'solid-js'
import { type AskWords, type Refusal, signInHref } from './ask.ts'

/**
 * What was refused last, said once for the page, and brought into sight wherever on it somebody was; the way to show
 * again who one is where that is all that is missing.
 */
export function createRefusal(words: AskWords) {
  const [refusal, setRefusal] = createSignal<Refusal>()
  let said: HTMLParagraphElement | undefined
  return {
    /** Keeps what was refused, or forgets the last where nothing was; true where something was. */
    refuse(refused: Refusal | undefined): boolean {
      setRefusal(refused)
      if (refused) said?.focus()
      return refused !== undefined
    },
    Refused: () => (
      <p class="door-wrong" role="alert" tabindex="-1" ref={said}>
        {refusal()?.detail}
        <Show when={refusal()?.code === 'prove-again'}>
          {' '}
          <a href={signInHref(words)}>{words.says.again}</a>
        </Show>
      </p>
    ),
  }
}
