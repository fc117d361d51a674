import type { CheckPage } from '../pages/check-page.ts'
import { useView } from './view-context.ts'

/** Where the browser's part of checking a file stands; without a script it says that it needs one. */
export function CheckView(props: { page: CheckPage }) {
  const { locale } = useView()
  return (
    <>
      <header class="opening">
        <h1>{props.page.heading}</h1>
        <p class="summary">{locale.t('check.lead')}</p>
        <p>{locale.t('check.private')}</p>
      </header>
      <noscript>
        <p class="notice">{locale.t('check.script')}</p>
      </noscript>
      <div id="check" />
      <script
        type="application/json"
        id="check-words"
        innerHTML={JSON.stringify(props.page.words).replaceAll('<', '\\u003c')}
      />
    </>
  )
}
