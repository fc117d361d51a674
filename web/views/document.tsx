import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { NoHydration } from 'solid-js/web'
import type { PageAssets } from '../../api/contract/page.ts'
import type { PageBody } from '../pages/page-body.ts'
import type { Shell } from '../pages/shell.ts'
import { CellView } from './cell.tsx'
import { Changes } from './changes.tsx'
import { Explain } from './explain.tsx'
import { Explore } from './explore.tsx'
import { Foot } from './foot.tsx'
import { Gender } from './gender.tsx'
import { IndicatorView } from './indicator.tsx'
import { Breadcrumb, Masthead } from './masthead.tsx'
import { Methods } from './methods.tsx'
import { NotFound } from './not-found.tsx'
import { Overview } from './overview.tsx'
import { Quality } from './quality.tsx'
import type { Remarks } from './remarks.ts'
import { ReportForm } from './report-form.tsx'
import { Results } from './results.tsx'
import { ScopeBar } from './scope-bar.tsx'
import { StatusShapes } from './status-tag.tsx'
import { useView, type ViewContext, ViewProvider } from './view-context.ts'

interface Props {
  view: ViewContext
  shell: Shell
  title: string
  page: PageBody
  remarks: Remarks
  assets: PageAssets
  /** The points a browser steps through, as JSON. */
  model: string
}

/** The whole page. Nothing in it needs a script; the one script adds stepping through charts. */
export function Document(props: Props) {
  const { locale } = props.view
  return (
    <NoHydration>
      <html lang={locale.language} dir={locale.direction}>
        <Head {...props} />
        <body>
          <ViewProvider value={props.view}>
            <a class="skip" href="#content">
              {locale.t('ui.skip')}
            </a>
            <StatusShapes />
            <Masthead shell={props.shell} />
            <ScopeBar shell={props.shell} />
            <Breadcrumb shell={props.shell} />
            <main id="content" class={`inner page-${props.page.page}`} tabindex="-1">
              <Notice shell={props.shell} />
              <Body page={props.page} />
            </main>
            <Foot shell={props.shell} remarks={props.remarks} />
          </ViewProvider>
          <script type="application/json" id="page-model" innerHTML={props.model} />
        </body>
      </html>
    </NoHydration>
  )
}

function Head(props: Props): JSX.Element {
  const { locale } = props.view
  return (
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={locale.t('ui.description')} />
      <meta name="color-scheme" content="light dark" />
      <link rel="canonical" href={props.shell.canonical} />
      <For each={props.shell.languages}>
        {(language) => <link rel="alternate" hreflang={language.code} href={language.href} />}
      </For>
      <link rel="icon" href="data:," />
      <style innerHTML={props.assets.style} />
      <For each={props.assets.preload}>{(href) => <link rel="modulepreload" href={href} />}</For>
      <script type="module" src={props.assets.script} />
    </head>
  )
}

function Notice(props: { shell: Shell }) {
  const { locale } = useView()
  return (
    <>
      <Show when={props.shell.release.internal}>
        <p class="notice">{locale.t('ui.internal.note')}</p>
      </Show>
      <Show when={props.shell.release.pinned}>
        <p class="notice">
          {locale.t('ui.pinned', { version: props.shell.release.id })}{' '}
          <a href={props.shell.unpinned}>{locale.t('ui.pinned.latest')}</a>
        </p>
      </Show>
    </>
  )
}

function Body(props: { page: PageBody }) {
  const is = <Kind extends PageBody['page']>(...kinds: Kind[]) =>
    kinds.includes(props.page.page as Kind) ? (props.page as Extract<PageBody, { page: Kind }>) : undefined
  return (
    <Switch fallback={<NotFound />}>
      <Match when={is('overview')}>{(page) => <Overview page={page()} />}</Match>
      <Match when={is('objective', 'area', 'country')}>{(page) => <Results page={page()} />}</Match>
      <Match when={is('indicator')}>{(page) => <IndicatorView page={page()} />}</Match>
      <Match when={is('gender')}>{(page) => <Gender page={page()} />}</Match>
      <Match when={is('changes')}>{(page) => <Changes page={page()} />}</Match>
      <Match when={is('explore')}>{(page) => <Explore page={page()} />}</Match>
      <Match when={is('quality')}>{(page) => <Quality page={page()} />}</Match>
      <Match when={is('report')}>{(page) => <ReportForm page={page()} />}</Match>
      <Match when={is('methods')}>{(page) => <Methods page={page()} />}</Match>
      <Match when={is('cell')}>{(page) => <CellView page={page()} />}</Match>
      <Match when={is('explain')}>{(page) => <Explain page={page()} />}</Match>
    </Switch>
  )
}
