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
  'pipelines/stages/privacy': ['pipelines/stages/decode', 'pipelines/stages/values', 'indicators/model'],
  'api/contract': ['indicators/model'],
  'api/store': ['api/contract', 'indicators/model'],
  'api/services': ['api/contract', 'api/store', 'pipelines', 'indicators', 'fixtures'],
  'api/http': ['api/contract', 'api/services', 'indicators/model'],
  'api/cli': ['api/contract', 'api/services', 'api/http', 'indicators/model'],
  web: [
    'api/contract',
    'indicators/model',
    'pipelines/stages/decode',
    'pipelines/stages/privacy',
    'pipelines/stages/values',
  ],
}

/** Packages a browser-safe folder may name. */
const browserSafe: Record<string, readonly string[]> = {
  'indicators/model': ['zod'],
  'api/contract': ['zod'],
  'pipelines/stages/decode': ['fflate', 'saxes'],
  'pipelines/stages/privacy': [],
}

const files = Object.keys(allowed).flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ root, file: join(root, name) })),
)

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from\s|(?<!')import\s*\(?)\s*'([^'\n]+)'/g)].map(
    ([, to = '']) => to,
  )

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

/** What a file needs when it runs: types are gone by then. */
const neededBy = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import(?! type)|export) (?:[^'\n]|\n)*?from '([^']+)'/gm)].map(
    ([, to = '']) => to,
  )

it('a page checks files in the browser with nothing a browser does not have', () => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const to of neededBy(file))
      if (to.startsWith('.')) follow(normalize(join(dirname(file), to)))
      else packages.add(to)
  }
  follow('pipelines/stages/decode/decode.ts')
  follow('pipelines/stages/privacy/privacy-stop.ts')
  expect(seen.size).toBeGreaterThan(20)
  expect([...packages].sort()).toEqual(['fflate', 'saxes'])
})
