import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { endpoints } from '../../api/contract/all.ts'
import { openApi } from '../../api/contract/openapi.ts'
import { problemCodes } from '../../api/services/problem.ts'

it('is the reviewed document', async () => {
  await expect(`${JSON.stringify(openApi('internal'), null, 2)}\n`).toMatchFileSnapshot(
    '../golden/openapi.json',
  )
})

it('leaves out of the public document what only the internal edition offers', () => {
  const inner = endpoints.filter(({ editions }) => !editions.includes('public'))
  const paths = Object.keys(openApi('public').paths)
  const figures = inner
    .filter(
      ({ path, sends }) => !sends && !/\/(people|sessions|passkeys|journal|submissions|releases)/.test(path),
    )
    .map(({ id }) => id)
  expect(figures).toEqual(['get-windows', 'get-lineage', 'get-cell', 'check-file', 'get-first-look'])
  expect(paths.filter((path) => /lineage|cells|check|sign-in|people/.test(path))).toEqual([])
  const isInner = (written: string) =>
    inner.some(({ path }) => {
      const own = path.replaceAll(/:(\w+)/g, '{$1}')
      return written === own || written.startsWith(`${own}.`)
    })
  expect(paths).toEqual(Object.keys(openApi('internal').paths).filter((path) => !isInner(path)))
})

it('refers only to schemas it holds', () => {
  const text = JSON.stringify(openApi('internal'))
  const named = Object.keys(openApi('internal').components.schemas)
  const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect(referred.length).toBeGreaterThan(20)
  expect(referred.filter((name) => !named.includes(name ?? ''))).toEqual([])
})

it('promises only refusals that are in the catalogue', () => {
  const promised = endpoints.flatMap(({ refusals }) => refusals)
  expect(promised.filter((code) => !(problemCodes as string[]).includes(code))).toEqual([])
})

it('holds nothing a browser could not run', () => {
  const files = readdirSync('api/contract', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(endpoints.filter(({ id }) => !files.some((name) => basename(name) === `${id}.ts`))).toEqual([])
  for (const name of files)
    expect(readFileSync(join('api/contract', name), 'utf8')).not.toMatch(/from 'node:/)
})
