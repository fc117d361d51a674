import { expect, it } from 'vitest'
import type { PageAssets, PageSource } from '../../api/contract/page.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { pageKey, renderPage } from '../../web/server.tsx'
import { exampleSource } from './example-release.ts'

const assets: PageAssets = { script: '/assets/client.js', style: 'p{margin:0}', preload: [] }
const paths = [
  '',
  '?by=sex&status=off_track&view=table',
  'objective/GO',
  'objective/SO1?by=sex',
  'area/FA2',
  'country/TUN',
  'gender?c=KAZ,UGA',
  'changes',
  'methods',
  'explore?i=OP1.2.1,GO.3&split=sex&cols=part&level=region',
  'report',
  'quality',
  'explore?p=1999-Q1..1999-Q2',
  'indicator/GO.3?by=sex',
  'indicator/OP1.2.1?p=2020-Q4..2021-Q2',
  'indicator/OP2.1.1',
  'indicator/X.2',
  'indicator/CTX.3',
  'indicator/OP1.2.1/explain?p=2021-Q2&place=KAZ&cell=sex%3Dfemale',
  'indicator/GO.3/explain',
]
const render = (path: string, source: PageSource = exampleSource()) =>
  renderPage({ url: new URL(path, 'http://localhost'), source, assets, viewer: null })

/** One address of each page in every language; the other views in one. */
const everyPage = ['', 'objective/SO1?by=sex', 'area/FA2', 'country/TUN', 'methods', 'indicator/GO.3?by=sex']
const addresses = [
  ...languages.flatMap((language) => everyPage.map((path) => `/${language}/${path}`)),
  ...paths.filter((path) => !everyPage.includes(path)).map((path) => `/ar/${path}`),
]

it.each(addresses)('renders %s whole', async (path) => {
  const { status, html, key } = await render(path)
  const [, language] = path.split('/')
  expect(status).toBe(200)
  expect(key).toBe(pageKey(new URL(path, 'http://localhost')))
  expect(html).toMatch(/^<!doctype html><html lang="\w+" dir="(ltr|rtl)"/)
  expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
  expect(html).toContain('<h1>')
  expect(html).not.toMatch(/undefined|NaN|\[object/)
})

it.each(languages)('says in %s that the figures are illustrative, on every page', async (language) => {
  const { html } = await render(`/${language}/methods`)
  expect(html).toContain('class="badge"')
})

/** Text of a page outside marked English, drawings included, without codes and names that have no translation. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<head>.*?<\/head>/gs, '')
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<(\w+)[^>]* lang="(en|fr|ru|kk)"[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<bdi class="code">.*?<\/bdi>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\b(Waymark|CSV|PNG|SVG|Word|EN|UNODC|Home|End|Escape|T)\b/g, ' ')
    .replaceAll(
      /\b(GO|SO\d|FA\d|OP\d|X|CTX|OP\d\.\d)(\.\d)*\b|\[[cxzwp]\]|\d{4}-\d\d-\d\d\.[0-9a-f]{8}/g,
      ' ',
    )
}

const translated = (source: PageSource): PageSource => ({
  ...source,
  programme: async () => inArabic(await source.programme()),
  indicator: async (id) => inArabic(await source.indicator(id)),
})

/** The same release with all content translated, so that what is left in English is the page's own. */
const inArabic = <View>(view: View): View =>
  JSON.parse(JSON.stringify(view), (_, value) =>
    value !== null && typeof value === 'object' && typeof value.en === 'string'
      ? { ...value, ar: 'نص' }
      : value,
  )

it.each(paths.filter((path) => !/explain|GO\.3|OP1|X\.2|OP2|CTX/.test(path)))(
  'leaves no English word of its own on the Arabic page %s',
  async (path) => {
    const { html } = await render(`/ar/${path}`, translated(exampleSource()))
    expect(wordsOf(html).match(/[A-Za-z]{3,}/g) ?? []).toEqual([])
  },
)

it('marks content shown in English as English', async () => {
  const { html } = await render('/ru/indicator/OP2.1.1')
  expect(html).toContain(
    '<span lang="en" dir="ltr">Stage of the national risk-and-needs assessment framework</span>',
  )
  expect(html).toContain('Тексты с пометкой EN')
})

it('answers 404 in the language asked for where no page lives', async () => {
  for (const path of ['/ru/nowhere', '/ru/indicator/OP9.9.9', '/ru/indicator/OP1.2.1/explain?place=KAZ-R7']) {
    const { status, html, key } = await render(path)
    expect([status, key]).toEqual([404, '/ru/not-found'])
    expect(html).toContain('По этому адресу страницы нет')
  }
  expect((await render('/nowhere')).html).toContain('<html lang="en"')
})

it('keeps what runs out of the page: no inline script or handler, and no style but the one given', async () => {
  const { html } = await render('/en/')
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes)
  expect(scripts.every((text) => text?.includes('application/json') || text?.includes('src='))).toBe(true)
  expect([...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text)).toEqual([assets.style])
  expect(html).not.toMatch(/\sstyle="|\son\w+="/)
})

it('embeds as data only the points of the charts on the page', async () => {
  const { html } = await render('/en/indicator/OP1.2.1')
  const [, json = ''] = /<script type="application\/json" id="page-model">(.*?)<\/script>/s.exec(html) ?? []
  const ids = (JSON.parse(json) as { id: string; points: string[] }[]).map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(1)
  expect(ids.filter((id) => !html.includes(`data-readout="${id}"`))).toEqual([])
})

it('never writes the number of a value that is hidden', async () => {
  const canary = 73_291
  const source = exampleSource()
  const planted: PageSource = {
    ...source,
    programme: async () => plant(await source.programme()),
    indicator: async (id) => plant(await source.indicator(id)),
  }
  const plant = <View>(view: View): View =>
    JSON.parse(JSON.stringify(view), (_, value) =>
      value?.state === 'suppressed'
        ? { ...value, value: canary, numerator: canary, denominator: canary }
        : value,
    )
  for (const path of [
    '/en/',
    '/en/gender',
    '/en/country/UGA?by=sex',
    '/en/indicator/SO2.1?by=sex',
    '/en/indicator/OP4.1.1',
  ]) {
    const { html } = await render(path, planted)
    expect(html.replaceAll(/[,.\s]/g, ''), path).not.toContain(String(canary))
  }
})

it('says in the internal edition where a value was read, and in the public one that it does not', async () => {
  const path = '/en/indicator/OP1.2.1/explain?place=KAZ'
  expect((await render(path, exampleSource('internal'))).html).toContain('<bdi>отчет-2022.xlsx</bdi>')
  const open = await render(path)
  expect(open.html).toContain('The public edition does not say')
  expect(open.html).not.toMatch(/отчет|\.xlsx</)
})

it.each(languages)(
  'explains a figure in %s: definition, days, each step, countries and inputs',
  async (language) => {
    const { html, status } = await render(`/${language}/indicator/GO.3/explain`, exampleSource('internal'))
    expect(status).toBe(200)
    for (const id of [
      'definition',
      'computation',
      'steps',
      'countries',
      'inputs',
      'coverage',
      'excluded',
      'lineage',
    ])
      expect(html, id).toContain(`id="${id}"`)
    expect(html).toContain('÷')
    expect(html).not.toMatch(/undefined|NaN|\[object|page\.explain/)
  },
)

it('explains a withheld figure in words and without a number', async () => {
  const { html } = await render('/en/indicator/OP4.1.1/explain?place=UGA')
  expect(html).toContain('The number is protected')
  expect(html).not.toContain('id="steps"')
})

it.each(languages)(
  'follows a cell of a file to its figures in %s, in the internal edition alone',
  async (language) => {
    const path = `/${language}/cell?file=${encodeURIComponent('отчет-2022.xlsx')}&ref=D7`
    const { html, status } = await render(path, exampleSource('internal'))
    expect(status).toBe(200)
    expect(html).toContain('<details open>')
    expect(html).toMatch(/class="value"[^>]*href="[^"]*\/explain\?/)
    expect((await render(path)).status).toBe(404)
    expect((await render(`/${language}/cell`, exampleSource('internal'))).status).toBe(404)
  },
)

it('leads from where a value was read to all it feeds, and from a running total to what was taken off', async () => {
  const { html } = await render('/en/indicator/OP1.2.1/explain?place=KAZ', exampleSource('internal'))
  const cells = [...html.matchAll(/href="(\/en\/cell\?[^"]+)"/g)].map(([, href = '']) =>
    new URL(href.replaceAll('&amp;', '&'), 'http://localhost').searchParams.get('ref'),
  )
  expect(cells).toEqual(['D6', 'D7'])
  expect(html).toContain('counts as 30')
})

it('gives every language of the menu the same view', async () => {
  const { html } = await render('/en/indicator/OP1.2.1?p=2021-Q2&by=sex')
  const links = [...html.matchAll(/<a href="([^"]+)" lang="(\w\w)"/g)].map(([, href, language]) => [
    language,
    href,
  ])
  expect(links).toEqual(
    languages.map((language: Language) => [language, `/${language}/indicator/OP1.2.1?p=2021-Q2&amp;by=sex`]),
  )
})

it('leads from every figure of the overview to its explanation or to what its mark means', async () => {
  const { html } = await render('/en/')
  const figures = [...html.matchAll(/<a class="value"[^>]*href="([^"]+)"/g)].map(([, href]) => href)
  expect(figures.length).toBeGreaterThan(20)
  expect(
    figures.filter((href) => !/\/explain\?p=|\/methods#state-|\/indicator\/OP2\.1\.1$/.test(href ?? '')),
  ).toEqual([])
})
