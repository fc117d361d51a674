import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { expect, it } from 'vitest'

/** folder → the folders its files may import, besides itself */
const allowed: Record<string, readonly string[]> = {
  'indicators/model': [],
  'indicators/logframe': ['indicators/model'],
  'indicators/compute': ['indicators/model', 'indicators/logframe'],
  'indicators/protect': ['indicators/model', 'indicators/logframe', 'indicators/compute'],
  'indicators/explain': ['indicators/model', 'indicators/logframe', 'indicators/compute'],
  'indicators/release': ['indicators'],
  pipelines: ['indicators/model', 'indicators/logframe'],
  'pipelines/stages/decode': [],
  'api/contract': ['indicators/model'],
  'api/store': ['indicators/model'],
  'api/services': ['api/contract', 'api/store', 'pipelines', 'indicators', 'fixtures'],
  'api/http': ['api/contract', 'api/services', 'indicators/model'],
  'api/cli': ['api/contract', 'api/services', 'api/http', 'indicators/model'],
  web: ['api/contract', 'indicators/model'],
}

/** Packages a browser-safe folder may name. */
const browserSafe: Record<string, readonly string[]> = {
  'indicators/model': ['zod'],
  'api/contract': ['zod'],
  'pipelines/stages/decode': ['fflate', 'saxes'],
}

const files = Object.keys(allowed).flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ root, file: join(root, name) })),
)

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from\s|import\s*\(?)\s*'([^']+)'/g)].map(([, to = '']) => to)

it('finds the files it judges', () => {
  expect(files.length).toBeGreaterThan(20)
})

it.each(files)('$file imports only what $root may', ({ root, file }) => {
  const targets = importsOf(file)
    .filter((to) => to.startsWith('.'))
    .map((to) => normalize(join(dirname(file), to)))
  const inside = (target: string, folder: string) => target.startsWith(`${folder}/`)
  const permitted = [root, ...(allowed[root] ?? [])]
  expect(targets.filter((target) => !permitted.some((folder) => inside(target, folder)))).toEqual([])
  expect(targets.filter((target) => !existsSync(target.replace(/\?.*$/, '')))).toEqual([])
})

it.each(files.filter(({ root }) => root in browserSafe))('$file is safe in a browser', ({ root, file }) => {
  const packages = importsOf(file).filter((to) => !to.startsWith('.'))
  expect(packages.filter((name) => !browserSafe[root]?.includes(name))).toEqual([])
})
