import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Context, openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { mappingText, saveLearned } from '../../api/services/learned-mappings.ts'
import { publish } from '../../api/services/publish.ts'
import { rebuildAll } from '../../api/services/rebuild-all.ts'
import { currentImports } from '../../api/store/imports.ts'
import { Mapping } from '../../pipelines/stages/map/mapping.ts'
import { returnsOf } from './national-returns.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function freshContext(): Context {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-learned-'))
  folders.push(folder)
  return openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date('2022-01-01T00:00:00Z') })
}

const training = await returnsOf('TUN-training', ['2021-Q1', '2021-Q2'])
const shipped = loadDefinitions().sources
const mappingById = (id: string) => {
  const found = shipped.mappings.find((mapping) => mapping.id === id)
  if (!found) throw new Error(`no description ${id}`)
  return found
}
const settled = { by: 'Focal point', why: 'the last column is not used any more' }

/** The training return without its last two columns, which are left out on purpose. */
const without = (mapping: Mapping): Mapping => ({
  ...mapping,
  tables: mapping.tables.map((table) => ({
    ...table,
    columns: table.columns.slice(0, -2),
    ignore: table.columns.slice(-2).flatMap(({ header }) => header),
  })),
})

async function take(context: Context, files: typeof training) {
  const intake = await openIntake(context)
  try {
    for (const { name, bytes, receivedOn } of files)
      expect(await importFile(intake, { name, bytes, receivedOn, origin: 'person' })).toMatchObject({
        verdict: 'imported',
      })
  } finally {
    intake.close()
  }
}

describe('a learned description', () => {
  it('is a file of the data folder with who, when and why, and says the same when it is read back', async () => {
    const context = freshContext()
    const learned = await saveLearned(context, shipped, without(mappingById('TUN-training')), settled)
    expect(learned).toEqual({ id: 'TUN-training', version: 2, path: 'mappings/TUN/TUN-training@2.yaml' })
    const text = readFileSync(join(context.paths.data, learned.path), 'utf8')
    expect(Mapping.parse(parse(text))).toMatchObject({
      learned: { ...settled, at: '2022-01-01T00:00:00.000Z' },
      version: 2,
      tables: without(mappingById('TUN-training')).tables,
    })
    context.close()
  })

  it.each(shipped.mappings.map((mapping) => [mapping.id, mapping] as const))(
    'as text keeps all of %s',
    (_, mapping) => {
      expect(Mapping.parse(parse(mappingText(mapping)))).toEqual(mapping)
    },
  )

  it('is never written over: the next one is the next version', async () => {
    const context = freshContext()
    const save = async () =>
      (
        await saveLearned(
          context,
          loadDefinitions(context.paths.mappings).sources,
          mappingById('TUN-training'),
          settled,
        )
      ).version
    expect([await save(), await save(), await save()]).toEqual([2, 3, 4])
    const { sources } = loadDefinitions(context.paths.mappings)
    expect(sources.mappings.find(({ id }) => id === 'TUN-training')?.version).toBe(4)
    expect(sources.earlier.filter(({ id }) => id === 'TUN-training').map(({ version }) => version)).toEqual([
      3, 2, 1,
    ])
    await expect(saveLearned(context, shipped, mappingById('TUN-training'), settled)).rejects.toThrow(
      'EEXIST',
    )
    context.close()
  })

  it('reads what comes after it; what came before is rebuilt by the version on record', async () => {
    const context = freshContext()
    await take(context, training.slice(0, 1))
    const before = await publish(context)
    await saveLearned(context, shipped, without(mappingById('TUN-training')), settled)
    expect(await rebuildAll(context)).toMatchObject({ release: before.id, published: before.id, changed: [] })
    await take(context, training.slice(1))
    expect(currentImports(context.state).map(({ version }) => version)).toEqual([1, 2])
    const after = await publish(context)
    expect(await rebuildAll(context)).toMatchObject({ release: after.id, changed: [], mended: [] })
    context.close()
  })

  it('is put into force for files taken in before where a person says so', async () => {
    const context = freshContext()
    await take(context, training.slice(0, 1))
    await publish(context)
    await saveLearned(context, shipped, without(mappingById('TUN-training')), settled)
    const { changed } = await rebuildAll(context, true)
    expect(changed).toEqual(['TUN-training 2021-Q1'])
    expect(currentImports(context.state).map(({ version }) => version)).toEqual([2])
    context.close()
  })

  it('edited by hand is checked, with the line of every mistake', () => {
    const context = freshContext()
    mkdirSync(join(context.paths.mappings, 'TUN'), { recursive: true })
    const text = mappingText({ ...mappingById('TUN-annual'), version: 7 })
      .replace('element: ST_MGMT', 'element: ST_MGTM')
      .replace('sex: female', 'sex: woman')
      .replace(/^file: .*$/m, 'file: "(half"')
    writeFileSync(join(context.paths.mappings, 'TUN', 'TUN-annual@8.yaml'), text)
    const lines = text.split('\n')
    const line = (part: string) => lines.findIndex((one) => one.includes(part)) + 1
    const where = 'mappings/TUN/TUN-annual@8.yaml'
    expect(() => loadDefinitions(context.paths.mappings)).toThrow(
      [
        `${where}:${line('id: TUN-annual')}: the file has to be called TUN-annual@7.yaml, after its id and version`,
        `${where}:${line('file: ')}: “(half” is no regular expression`,
        `${where}:${line('ST_MGTM')}: there is no data element ST_MGTM; write ST_MGMT`,
        `${where}:${line('sex: woman')}: sex has no woman`,
      ].join('\n'),
    )
    writeFileSync(join(context.paths.mappings, 'TUN', 'TUN-annual@8.yaml'), 'id: [')
    expect(() => loadDefinitions(context.paths.mappings)).toThrow(`${where}:1: this is not readable YAML`)
    context.close()
  })
})
