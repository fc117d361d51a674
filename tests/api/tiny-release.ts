import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { ValuesTable } from '../../api/contract/get-values.ts'
import type { RenderPage } from '../../api/contract/page.ts'
import { createApp } from '../../api/http/app.ts'
import type { Renderer } from '../../api/http/pages.ts'
import type { App } from '../../api/http/serve.ts'
import type { StaticFiles } from '../../api/http/static-files.ts'
import type { Checking } from '../../api/services/checking.ts'
import { openContext } from '../../api/services/context.ts'
import { openShelf } from '../../api/services/read-release.ts'
import type { Work } from '../../api/services/submissions/tasks.ts'
import { recordPublication } from '../../api/store/releases.ts'
import type { Indicator } from '../../indicators/model/indicator.ts'
import type {
  Edition,
  IndicatorView,
  ProgrammeView,
  ReleasedValue,
  ReleaseLabel,
} from '../../indicators/model/released.ts'
import { plainReports } from '../helpers/plain-report.ts'
import { tinyDefinitions, tinyEvidence, tinyWindows } from './tiny-evidence.ts'

export const releaseId = '2021-07-31.0badcafe'
/** A number that stands in internal files only. */
export const SECRET = 424_242

const label = (edition: Edition): ReleaseLabel => ({
  id: releaseId,
  edition,
  quarter: '2021-Q2',
  dataAsOf: '2021-07-31',
  illustrative: true,
})

const indicator: Indicator = {
  id: 'staff-trained',
  code: 'OP1.2.1',
  level: 'output',
  objectives: ['SO1'],
  area: 'FA1',
  title: { en: 'Staff trained', fr: 'Personnel formé' },
  definition: { en: 'Staff who completed a course.' },
  computation: { en: 'The sum of first-time completions.' },
  unit: 'number',
  direction: 'increase',
  formula: { kind: 'count', of: { sum: [{ element: 'TR_FIRST' }], over: 'sum' } },
  window: 'since_start',
  geography: 'sum',
  targetMode: 'cumulative',
  path: 'linear',
  staleness: 0,
  breakdowns: [{ by: 'sex', levels: 'country' }],
  byRegion: false,
  frequency: 'quarterly',
  sensitivity: 'S0',
  sourceOfVerification: 'Training registers',
  assumption: 'Staff stay in post',
  mapping: '',
  publicMeasures: [],
  version: 1,
  since: '2018-12-01',
}

const value = (count: number): ReleasedValue => ({
  place: 'ALL',
  quarter: '2021-Q2',
  cell: '',
  state: 'observed',
  value: count,
  numerator: null,
  denominator: null,
  partial: false,
  carried: false,
  coverage: { reported: 3, expected: 3 },
})

function resources(edition: Edition): Record<string, string> {
  const release = label(edition)
  const count = edition === 'public' ? 120 : SECRET
  const programme: ProgrammeView = {
    release,
    protection: [],
    chain: [],
    indicators: [],
    completeness: [],
    updates: [],
    publicFigures: [],
  }
  const view: IndicatorView = {
    release,
    indicator,
    breaks: [],
    plans: [],
    places: [{ code: 'ALL', name: 'Programme' }],
    quarters: ['2021-Q2'],
    values: [value(count)],
    standings: [],
    publicFigures: [],
  }
  const table: ValuesTable = {
    release,
    columns: {
      indicator: ['staff-trained'],
      code: ['OP1.2.1'],
      place: ['ALL'],
      quarter: ['2021-Q2'],
      cell: [''],
      state: ['observed'],
      value: [count],
      numerator: [null],
      denominator: [null],
      low: [null],
      high: [null],
      unit: ['number'],
      partial: [false],
      carried: [false],
      coverage_reported: [3],
      coverage_expected: [3],
      status: ['on_track'],
      definition_version: [1],
    },
  }
  return {
    'programme.json': JSON.stringify(programme),
    'indicators/staff-trained.json': JSON.stringify(view),
    'values.json': JSON.stringify(table),
    'values.csv': `indicator,value\r\nstaff-trained,${count}\r\n`,
    'values.arrow': `ARROW1 ${count}`,
    'values.xlsx': `PK ${count}`,
    'values.sdmx.csv': `STRUCTURE,OBS_VALUE\r\ndataflow,${count}\r\n`,
    'values.hxl.csv': `value\r\n#value\r\n${count}\r\n`,
    'values.parquet': `PAR1${count}PAR1`,
    'catalogue.jsonld': JSON.stringify({ '@id': 'release' }),
    'datapackage.json': JSON.stringify({
      $schema: 'https://datapackage.org',
      name: 'waymark',
      resources: [],
    }),
    'iati.xml': `<iati-activities>${count}</iati-activities>`,
    'iati-nl.xml': `<iati-activities>${count}</iati-activities>`,
    'definitions.json': JSON.stringify(tinyDefinitions),
    ...(edition === 'internal'
      ? { ...tinyEvidence(SECRET), 'windows/staff-trained.json': JSON.stringify(tinyWindows(release)) }
      : {}),
  }
}

function writeEdition(folder: string, edition: Edition) {
  for (const [name, text] of Object.entries(resources(edition))) {
    const path = join(folder, edition, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    writeFileSync(`${path}.br`, brotliCompressSync(text))
    writeFileSync(`${path}.gz`, gzipSync(text))
  }
}

/** Pages as small as pages can be: they show the address and the release. */
let rendered = 0
export const timesRendered = () => rendered
const renderPage: RenderPage = async ({ url, source }) => {
  rendered += 1
  const { release } = await source.programme()
  const known = pageKey(url) !== null && !url.pathname.endsWith('OP9.9.9')
  const html = `<!doctype html><p>${url.href} ${release.id} ${release.edition}${known ? '' : ' no such page'}</p>`
  return { status: known ? 200 : 404, html, key: pageKey(url) ?? url.pathname }
}
const pageKey = (url: URL) => {
  if (!/^\/(en|fr|ru|kk|ar)\/(gender|indicator\/OP9\.9\.9)?$/.test(url.pathname)) return null
  const by = url.searchParams.get('by')
  return by ? `${url.pathname}?by=${by}` : url.pathname
}
export const renderer: Renderer = {
  renderPage,
  pageKey,
  renderDoor: ({ door, language }) => `<!doctype html><p>${door} in ${language}</p>`,
  renderDesk: ({ desk, language, id }) => `<!doctype html><p>${desk} ${id} in ${language}</p>`,
  reports: plainReports,
  assets: { script: '/assets/client-12345678.js', style: 'p{margin:0}', preload: [] },
}

/** A data folder with one published release, and the apps of both editions over it. */
export function tinySite(files: StaticFiles = new Map()) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-tiny-'))
  const context = openContext({ env: { WAYMARK_DATA: data } })
  const logged: Record<string, unknown>[] = []
  const app = (edition: Edition, checking?: Checking, work?: Work): App =>
    createApp({
      shelf: openShelf(context, edition),
      ...(edition === 'internal' ? { accounts: context, open: openShelf(context, 'public') } : {}),
      renderer,
      files,
      log: (entry) => logged.push(entry),
      ...(checking ? { checking } : {}),
      ...(work ? { work } : {}),
    })
  return {
    data,
    context,
    logged,
    app,
    public: app('public'),
    internal: app('internal'),
    publish(id = releaseId) {
      const folder = join('releases', id)
      writeEdition(join(data, folder), 'public')
      writeEdition(join(data, folder), 'internal')
      const hash = 'a'.repeat(64)
      const names = readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' })
      const files = Object.fromEntries(
        names
          .filter((name) => /\.(json|jsonld|csv|xlsx|parquet|arrow|xml)$/.test(name))
          .map((name) => [name, hash]),
      )
      writeFileSync(join(data, folder, 'manifest.json'), JSON.stringify({ files }))
      recordPublication(
        context.state,
        { id, folder, dataAsOf: '2021-07-31', manifestHash: hash },
        '2021-08-01T00:00:00.000Z',
      )
    },
    remove() {
      context.close()
      rmSync(data, { recursive: true })
    },
  }
}
