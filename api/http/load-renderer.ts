import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageAssets } from '../contract/page.ts'
import { home } from '../services/paths.ts'
import { Problem } from '../services/problem.ts'
import type { Renderer } from './pages.ts'
import { readStaticFiles, type StaticFiles } from './static-files.ts'

type ServerEntry = Omit<Renderer, 'assets' | 'reports'>
type Chunk = { file: string; isEntry?: boolean; css?: string[]; imports?: string[] }

const client = join(home, 'dist', 'client')
const server = join(home, 'dist', 'server', 'server.js')
const manifest = join(client, '.vite', 'manifest.json')

/** The built pages. Errors: `pages-not-built` */
export async function loadRenderer(): Promise<Renderer> {
  for (const path of [server, manifest]) {
    if (!existsSync(path)) throw new Problem('pages-not-built', { path })
  }
  const entry = (await import(pathToFileURL(server).href)) as ServerEntry // safe: built from web/server.tsx, which is typed so
  return {
    renderPage: entry.renderPage,
    pageKey: entry.pageKey,
    renderDoor: entry.renderDoor,
    renderDesk: entry.renderDesk,
    reports: pathToFileURL(server).href,
    assets: browserEntry(JSON.parse(readFileSync(manifest, 'utf8'))),
  }
}

/** The pages' scripts, styles and fonts, and one page for each problem and finding there is. */
export function siteFiles(): StaticFiles {
  const problems = readStaticFiles(
    join(home, 'docs', 'problems'),
    (name) => `/problems/${name.replace(/\.md$/, '')}`,
  )
  const findings = readStaticFiles(
    join(home, 'docs', 'findings'),
    (name) => `/findings/${name.replace(/\.md$/, '')}`,
  )
  return new Map([...problems, ...findings, ...readStaticFiles(client, (name) => `/${name}`)])
}

function browserEntry(chunks: Record<string, Chunk>): PageAssets {
  const entry = Object.values(chunks).find(({ isEntry }) => isEntry)
  if (!entry) throw new Problem('pages-not-built', { path: manifest })
  const needed = (entry.imports ?? []).map((name) => chunks[name]).filter((chunk) => chunk !== undefined)
  return {
    script: `/${entry.file}`,
    style: [entry, ...needed]
      .flatMap(({ css = [] }) => css.map((file) => readFileSync(join(client, file), 'utf8').trim()))
      .join('\n'),
    preload: needed.map(({ file }) => `/${file}`),
  }
}
