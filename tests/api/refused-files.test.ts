import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { CheckedFile } from '../../api/contract/check-file.ts'
import { createApp } from '../../api/http/app.ts'
import { startChecking } from '../../api/services/checking.ts'
import { openContext } from '../../api/services/context.ts'
import { openShelf } from '../../api/services/read-release.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { renderer } from './tiny-release.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-refused-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NAME = 'Zwetschgenbaum Quittenstrauch.csv'
const secrets = ['Zwetschgenbaum', 'Quittenstrauch', 'Mirabella', '1984-02-29', '840229300126']
const list = [
  'Full name;Date of birth;National ID',
  'Zwetschgenbaum Mirabella;1984-02-29;840229300126',
  'Quittenstrauch Mirabella;1979-11-03;791103300122',
].join('\n')

/** Every way a text can stand in a file, as far as nothing is sealed. */
const formsOf = (text: string) => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(encodeURIComponent(text)),
]

function traces(): string[] {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const found = (bytes: Buffer) =>
    secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)))
  return files.flatMap(({ parentPath, name }) => [
    ...found(Buffer.from(join(parentPath, name))),
    ...found(readFileSync(join(parentPath, name))),
  ])
}

it('of a list of persons nothing stands in the data folder or in a log, however it came', async () => {
  const context = openContext({ env: { WAYMARK_DATA: data } })
  const logged: unknown[] = []
  const checking = startChecking(context)
  const app = createApp({
    ...{ shelf: openShelf(context, 'internal'), open: openShelf(context, 'public') },
    ...{ accounts: context, renderer, files: new Map(), checking },
    log: (entry) => logged.push(entry),
  })
  const cookie = cookieIn(context)
  const send = (query: string) =>
    app.request(`http://localhost/api/check?${new URLSearchParams({ name: NAME })}${query}`, {
      method: 'POST',
      body: list,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'content-type': 'application/octet-stream',
        ...cookie,
      },
    })
  const verdict = CheckedFile.parse(await (await send('')).json()).verdict
  expect(verdict).toBe('about-persons')
  expect((await send('&answer=Mirabella')).status).toBe(400)
  checking.close()
  context.close()
  const path = join(folder, NAME)
  writeFileSync(path, list)
  const env = { WAYMARK_DATA: data }
  const quiet = { write: () => {} }
  for (const words of [
    ['check', path],
    ['import', path, '--country', 'KAZ', '--answer', 'columns=accept'],
    ['map', path, '--country', 'KAZ'],
    ['annotate', path],
  ])
    expect(await run(words, env, quiet, quiet)).toBe(1)
  expect(JSON.stringify(logged)).not.toMatch(new RegExp(secrets.join('|')))
  expect(readdirSync(data, { recursive: true }).length).toBeGreaterThan(0)
  expect(traces()).toEqual([])
})

it('a trace would be found', () => {
  writeFileSync(join(data, 'trace'), Buffer.from('…Mirabella…', 'utf16le'))
  expect(traces()).toEqual(['Mirabella'])
})
