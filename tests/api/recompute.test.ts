import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { publish } from '../../api/services/publish.ts'
import { openShelf } from '../../api/services/read-release.ts'
import { recompute, recomputeAll } from '../../api/services/recompute.ts'
import type { Definition } from '../../indicators/model/indicator.ts'
import { IndicatorView } from '../../indicators/model/released.ts'
import { returnsOf } from './national-returns.ts'

const data = mkdtempSync(join(tmpdir(), 'waymark-recompute-'))
const context = openContext({ env: { WAYMARK_DATA: data }, now: () => new Date('2022-01-01T00:00:00Z') })
afterAll(() => {
  context.close()
  rmSync(data, { recursive: true, force: true })
})

const changed: Definition['id'] = 'knowledge-improved'
const since = '2021-04-01'

/** The logframe with one indicator that speaks of the quarter alone from April 2021 on. */
const afterTheChange = () => {
  const definitions = loadDefinitions()
  const indicators = definitions.logframe.indicators.map((indicator) =>
    indicator.id === changed
      ? {
          ...indicator,
          ...{ version: 2, since, window: 'quarter' as const },
          earlier: [
            {
              version: 1,
              since: indicator.since,
              window: indicator.window,
              reason: { en: 'It moved too slowly' },
            },
          ],
        }
      : indicator,
  )
  return { ...definitions, logframe: { ...definitions.logframe, indicators } }
}

let before = ''
let after = ''
beforeAll(async () => {
  const intake = await openIntake(context)
  for (const { name, bytes } of await returnsOf('TUN-training', ['2021-Q1', '2021-Q2']))
    await importFile(intake, { name, bytes: Buffer.from(bytes), receivedOn: '2021-07-20', origin: 'person' })
  intake.close()
  before = (await publish(context)).id
  after = (await publish(context, afterTheChange)).id
})

const viewOf = (id: string) =>
  IndicatorView.parse(
    JSON.parse(
      readFileSync(join(context.paths.releases, id, 'internal', 'indicators', `${changed}.json`), 'utf8'),
    ),
  )

it('keeps the old definition in the old release, and both in the new one', () => {
  expect(after).not.toBe(before)
  expect(viewOf(before).indicator).not.toHaveProperty('earlier')
  expect(viewOf(after).indicator.earlier).toHaveLength(1)
  expect(viewOf(before).breaks).toEqual([])
  expect(viewOf(after).breaks).toEqual([
    { version: 2, since, quarter: '2021-Q2', changed: ['window'], reason: { en: 'It moved too slowly' } },
  ])
})

it('computes up to the break as before, and says which version every figure is of', () => {
  const upTo = (id: string, quarter: string) =>
    viewOf(id).values.filter((value) => value.quarter <= quarter && value.state === 'observed')
  expect(upTo(after, '2021-Q1')).toEqual(upTo(before, '2021-Q1'))
  expect(upTo(after, '2021-Q2')).not.toEqual(upTo(before, '2021-Q2'))
  const [header = '', ...lines] = readFileSync(
    join(context.paths.releases, after, 'internal', 'values.csv'),
    'utf8',
  ).split('\r\n')
  const column = (name: string) => header.split(',').indexOf(name)
  const versions = lines
    .map((line) => line.split(','))
    .filter((fields) => fields[column('indicator')] === changed)
    .map((fields) => `${fields[column('quarter')]} ${fields[column('definition_version')]}`)
  expect(versions).toContain('2021-Q1 1')
  expect(versions).toContain('2021-Q2 2')
  expect(versions).not.toContain('2021-Q2 1')
})

it('makes both again to the byte, each by its own definitions', async () => {
  expect(await recomputeAll(context)).toEqual([before, after].map((id) => ({ id, made: id, differing: [] })))
})

it('keeps what a release was made of out of what is served', () => {
  const kept = join(context.paths.releases, before, 'inputs.json')
  expect(statSync(kept).mode & 0o077).toBe(0)
  for (const edition of ['public', 'internal'] as const)
    expect(
      [...(openShelf(context, edition).find(before)?.names ?? [])].filter((name) => name.includes('inputs')),
    ).toEqual([])
})

async function waymark(...words: string[]) {
  let said = ''
  const stream = { write: (text: Uint8Array | string) => (said += text.toString()) }
  return { code: await run(words, { WAYMARK_DATA: data }, stream, stream), said: () => said }
}

it('says so on the command line, and answers 1 and the names of files that are not what they were', async () => {
  const good = await waymark('recompute', after)
  expect([good.code, good.said()]).toEqual([0, expect.stringContaining(`Release ${after} is the same again`)])
  const page = join(context.paths.releases, before, 'public', 'values.csv')
  const bytes = readFileSync(page)
  writeFileSync(page, `${bytes},`)
  const bad = await waymark('recompute', before)
  writeFileSync(page, bytes)
  expect([bad.code, bad.said()]).toEqual([1, expect.stringContaining('public/values.csv')])
})

it('sees a compressed form that says otherwise and a file that was put in, and serves no such file', async () => {
  const place = join(context.paths.releases, before, 'public')
  const packed = join(place, 'programme.json.br')
  const bytes = readFileSync(packed)
  const planted = join(place, 'indicators', 'planted.json')
  writeFileSync(packed, readFileSync(join(place, 'definitions.json.br')))
  writeFileSync(planted, readFileSync(join(context.paths.releases, before, 'internal', 'programme.json')))
  const { differing } = await recompute(context, before)
  expect(differing).toEqual(['public/indicators/planted.json', 'public/programme.json.br'])
  expect(openShelf(context, 'public').find(before)?.names.has('indicators/planted.json')).toBe(false)
  writeFileSync(packed, bytes)
  rmSync(planted)
})

it('refuses what it cannot vouch for: another release, other inputs, a lost slice', async () => {
  await expect(recompute(context, '2021-01-01.00000000')).rejects.toMatchObject({ code: 'release-unknown' })
  const kept = join(context.paths.releases, before, 'inputs.json')
  const text = readFileSync(kept, 'utf8')
  writeFileSync(kept, text.replace('2021-07-20', '2021-07-21'))
  await expect(recompute(context, before)).rejects.toMatchObject({
    code: 'release-damaged',
    params: { path: kept },
  })
  expect(await recomputeAll(context)).toEqual([
    { id: before, made: null, differing: [kept] },
    { id: after, made: after, differing: [] },
  ])
  const all = await waymark('recompute')
  expect([all.code, all.said()]).toEqual([
    1,
    expect.stringContaining(`Release ${before} cannot be made again`),
  ])
  writeFileSync(kept, text)
  expect(existsSync(join(data, `.recomputing-${process.pid}`))).toBe(false)
})
