import { For, type JSX, Show } from 'solid-js'
import { NoHydration } from 'solid-js/web'
import type { Desk, Door, PageAssets, Viewer } from '../../api/contract/page.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { localeOf } from '../i18n/locale.ts'
import { locales } from '../i18n/locales.ts'
import { ViewerLinks } from './viewer-links.tsx'

interface Props {
  language: Language
  heading: string
  lead: string
  current: Door | Desk
  /** What of the address follows the language. */
  path: string
  viewer: Viewer | null
  assets: PageAssets
  /** Where the browser's part stands, and what it is given. */
  host: 'desk' | 'door' | 'check'
  words: unknown
}

/** A page of few words that needs no release; the browser's part does the rest. */
export function PlainDocument(props: Props) {
  const { t, direction, language } = localeOf(props.language)
  const words = () => JSON.stringify(props.words).replaceAll('<', '\\u003c')
  return (
    <NoHydration>
      <html lang={language} dir={direction}>
        <head>
          <meta charset="utf-8" />
          <title>{`${props.heading} · ${t('ui.product')}`}</title>
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
                  {(viewer) => <ViewerLinks viewer={viewer()} language={language} current={props.current} />}
                </Show>
                <Languages {...props} />
              </nav>
            </div>
          </header>
          <main id="content" class={`inner ${props.host}`} tabindex="-1">
            <header class="opening">
              <h1>{props.heading}</h1>
              <p class="summary">{props.lead}</p>
            </header>
            <noscript>
              <p class="notice">{t(props.host === 'check' ? 'check.script' : 'door.script')}</p>
            </noscript>
            <div id={props.host} />
            <script type="application/json" id={`${props.host}-words`} innerHTML={words()} />
          </main>
          <script type="application/json" id="page-model" innerHTML="[]" />
        </body>
      </html>
    </NoHydration>
  )
}

/** The same page in the other languages. */
function Languages(props: Pick<Props, 'language' | 'path'>): JSX.Element {
  return (
    <For each={languages}>
      {(code) => (
        <a
          href={`/${code}/${props.path}`}
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
