import { Show } from 'solid-js'
import type { Phrase } from '../pages/context.ts'
import { useView } from './view-context.ts'

/** Content in the language it is really written in, marked where that is not the page's or not confirmed. */
export function Words(props: { phrase: Phrase }) {
  const { locale } = useView()
  return (
    <Show
      when={props.phrase.language !== locale.language}
      fallback={
        <>
          {props.phrase.text}
          <Show when={!props.phrase.confirmed}>
            <span class="unconfirmed" aria-hidden="true">
              °
            </span>
          </Show>
        </>
      }
    >
      <span lang={props.phrase.language} dir="ltr">
        {props.phrase.text}
      </span>{' '}
      <abbr class="fallback" title={locale.t('ui.fallback.mark')}>
        EN
      </abbr>
    </Show>
  )
}
