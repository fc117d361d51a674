import { renderToString } from 'solid-js/web'
import type { Page, PageKey, PageRequest, RenderPage } from '../api/contract/page.ts'
import { languages } from '../indicators/model/text.ts'
import { localeOf } from './i18n/locale.ts'
import { type Address, formatAddress, parseAddress } from './pages/address.ts'
import type { PageContext } from './pages/context.ts'
import { type Made, makePage, notFound, type PageBody } from './pages/page-body.ts'
import { shellOf } from './pages/shell.ts'
import { Document } from './views/document.tsx'
import { drawFrames } from './views/drawing.ts'
import { remarksOn } from './views/remarks.ts'

export const pageKey: PageKey = (url) => {
  const address = parseAddress(url)
  return address === null ? null : formatAddress(address)
}

export const renderPage: RenderPage = async ({ url, source, assets, viewer }: PageRequest): Promise<Page> => {
  const found = parseAddress(url)
  const address = found ?? overviewIn(url)
  const locale = localeOf(address.language)
  const context: PageContext = { locale, address, programme: await source.programme(), viewer }
  const made: Made = found === null ? { body: notFound, quarters: [] } : await makePage(context, source)
  return {
    status: made.body.page === 'not-found' ? 404 : 200,
    html: `<!doctype html>${render(context, made, assets)}`,
    key: made.body.page === 'not-found' ? `/${address.language}/not-found` : formatAddress(address),
  }
}

/** Where an address leads nowhere, the page around the message is the overview's, in the language asked for. */
function overviewIn(url: URL): Address {
  const asked = url.pathname.split('/')[1]
  const language = languages.find((one) => one === asked) ?? 'en'
  return { language, route: { page: 'overview' }, state: {} }
}

function render(context: PageContext, { body, quarters }: Made, assets: PageRequest['assets']): string {
  const { locale } = context
  const title = titleOf(context, body)
  const shell = shellOf(context, title, quarters)
  const drawings = drawFrames(body, locale)
  const readouts = [...drawings.values()].filter(({ readoutHtml }) => readoutHtml !== '')
  const model = JSON.stringify(readouts.map(({ readout }) => readout)).replaceAll('<', '\\u003c')
  const view = {
    locale,
    drawings,
    csv: `/api/values.csv?v=${shell.release.id}`,
    tablesOpen: context.address.state.view === 'table',
    version: shell.release.id,
    dataAsOf: shell.release.dataAsOf,
  }
  return renderToString(() => (
    <Document
      view={view}
      shell={shell}
      title={`${title} · ${locale.t('ui.product')}`}
      page={body}
      remarks={remarksOn(body, locale)}
      assets={assets}
      model={model}
    />
  ))
}

function titleOf({ locale }: PageContext, body: PageBody): string {
  if (body.page === 'not-found') return locale.t('ui.notFound.heading')
  return 'heading' in body ? body.heading : `${body.code} ${body.title.text}`
}

export { makeReport } from './report/report.ts'
export { renderDesk } from './views/desk-document.tsx'
export { renderDoor } from './views/door-document.tsx'
