import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, it } from 'vitest'

const folders = ['indicators', 'pipelines', 'api', 'web', 'fixtures', 'tests']
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length

it('keeps every file under 300 lines and the median under 100', () => {
  const lengths = sources.map((file) => ({ file, length: lines(file) }))
  expect(lengths.filter(({ length }) => length > 300)).toEqual([])
  const sorted = lengths.map(({ length }) => length).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
})

it('keeps SQL in *.sql.ts modules, migrations and the warehouse', () => {
  const strays = sources
    .filter((file) => !file.startsWith('tests/') && !file.endsWith('.sql.ts'))
    .filter((file) => !file.startsWith('pipelines/warehouse/') && !file.startsWith('api/store/'))
    .filter((file) =>
      /\b(SELECT|INSERT INTO|CREATE TABLE)\b[^'"`]*\b(FROM|VALUES|AS|\()/.test(readFileSync(file, 'utf8')),
    )
  expect(strays).toEqual([])
})

it.each(['README.md', 'ARCHITECTURE.md', ...folders.map((folder) => join(folder, 'README.md'))])(
  '%s cites only paths that exist',
  (page) => {
    const cited = [...readFileSync(page, 'utf8').matchAll(/`([a-z]+(?:\/[\w.<>{},*-]+)+)`/g)]
      .map(([, path = '']) => path.replace(/\/$/, ''))
      .filter((path) => [...folders, 'docs'].some((folder) => path.startsWith(`${folder}/`)))
      .filter((path) => !/[<>{}*]/.test(path))
    expect(cited.filter((path) => !existsSync(path))).toEqual([])
  },
)
