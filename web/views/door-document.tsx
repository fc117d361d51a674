import { For, Show } from 'solid-js'
import { NoHydration, renderToString } from 'solid-js/web'
import type { DoorRequest, RenderDoor } from '../../api/contract/page.ts'
import { languages } from '../../indicators/model/text.ts'
import { localeOf } from '../i18n/locale.ts'
import { locales } from '../i18n/locales.ts'
import { doorWordsOf } from '../pages/door-page.ts'
import { ViewerLinks } from './viewer-links.tsx'

/** A page of few words that needs no release: it names nothing of the programme to whoever is not signed in. */
export const renderDoor: RenderDoor = (request) =>
  `<!doctype html>${renderToString(() => <DoorDocument {...request} />)}`

const headings = {
  'sign-in': 'signin',
  join: 'join.heading',
  account: 'account.heading',
  people: 'people.heading',
} as const
const leads = {
  'sign-in': 'lead',
  join: 'join.lead',
  account: 'account.lead',
  people: 'people.lead',
} as const

function DoorDocument(props: DoorRequest) {
  const { t, direction, language } = localeOf(props.language)
  const { door } = props
  const words = JSON.stringify(doorWordsOf(props)).replaceAll('<', '\\u003c')
  return (
    <NoHydration>
      <html lang={language} dir={direction}>
        <head>
          <meta charset="utf-8" />
          <title>{`${t(`door.${headings[door]}`)} · ${t('ui.product')}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <link rel="icon" href="data:," />
          <style innerHTML={props.assets.style} />
          <For each={props.assets.preload}>{(href) => <link rel="modulepreload" href={href} />}</For>
          <script type="module" src={props.assets.script} />
        </head>
        <body>
          <a class="skip" href="#content">
            {t('ui.skip')}
          </a>
          <header class="masthead">
            <div class="inner">
              <a class="brand" href={`/${language}/`}>
                <strong>{t('ui.product')}</strong>
                <span>{t('ui.tagline')}</span>
              </a>
              <nav class="door-nav" aria-label={t('ui.nav.label')}>
                <Show when={props.viewer}>
                  {(viewer) => <ViewerLinks viewer={viewer()} language={language} current={door} />}
                </Show>
                <Languages {...props} />
              </nav>
            </div>
          </header>
          <main id="content" class="inner door" tabindex="-1">
            <header class="opening">
              <h1>{t(`door.${headings[door]}`)}</h1>
              <p class="summary">{t(`door.${leads[door]}`)}</p>
            </header>
            <noscript>
              <p class="notice">{t('door.script')}</p>
            </noscript>
            <div id="door" />
            <script type="application/json" id="door-words" innerHTML={words} />
          </main>
          <script type="application/json" id="page-model" innerHTML="[]" />
        </body>
      </html>
    </NoHydration>
  )
}

/** The same page in the other languages; where a person goes on to stays. */
function Languages(props: DoorRequest) {
  const query = () => (props.door === 'sign-in' ? `?back=${encodeURIComponent(props.back)}` : '')
  return (
    <For each={languages}>
      {(code) => (
        <a
          href={`/${code}/${props.door}${query()}`}
          lang={code}
          dir={locales[code].direction}
          hreflang={code}
          aria-current={code === props.language ? 'true' : undefined}
        >
          {locales[code].endonym}
        </a>
      )}
    </For>
  )
}
