import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { showDifferences } from '../../api/cli/show-differences.ts'
import { tellDifferences } from '../../api/services/compare-with-current.ts'
import { type Context, openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { type Arrival, importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { hashOfWarehouse, readAgain, rebuildAll } from '../../api/services/rebuild-all.ts'
import { rebuildWarehouse } from '../../api/services/rebuild-warehouse.ts'
import { nationalImports, registersOf } from '../../api/services/registers.ts'
import { allImports } from '../../api/store/imports.ts'
import { buildWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import { smallFile } from '../pipelines/stages/small-sources.ts'
import { returnsOf } from './national-returns.ts'
import { first, second, smallFolder, smallRow } from './small-return.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const contextIn = (folder: string) =>
  openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date('2022-01-01T00:00:00Z') })

type File = Pick<Arrival, 'name' | 'bytes'> & { allowRemoved?: boolean }
async function take(context: Context, files: readonly File[]) {
  const intake = await openIntake(context)
  try {
    const outcomes = []
    for (const file of files)
      outcomes.push(await importFile(intake, { ...file, receivedOn: '2021-07-20', origin: 'person' }))
    return outcomes
  } finally {
    intake.close()
  }
}

const { sources } = loadDefinitions()
const version = (name: string, ...rows: string[]): File => ({ name, bytes: smallFile(...rows) })
function smallContext(): Context {
  const folder = smallFolder()
  folders.push(folder)
  return contextIn(folder)
}
const original = version('small.csv', smallRow(first?.name, '15', '5'), smallRow(second?.name, '20', '10'))

describe('a newer version of a report', () => {
  it('tells what is new, changed, suspicious and removed against what counts', async () => {
    const context = smallContext()
    await take(context, [original])
    const newer = version('small 2.csv', smallRow(first?.name, '66', '6'), smallRow(second?.name, '20', ''))
    const [outcome] = await take(context, [newer])
    expect(outcome).toMatchObject({
      verdict: 'removes-values',
      differences: { new: 0, changed: 2, suspicious: 1, removed: 1 },
    })
    const told = outcome?.differences && tellDifferences(outcome.differences, 'en', sources.elements)
    const title = sources.elements.get('PP_ADM')?.title.en
    expect(showDifferences(told ?? null)).toEqual([
      `0 new · 2 changed · 1 suspicious (${title}, ${first?.name}: 15 → 66, +340 %) · 1 removed (${title}, sex=female, ${second?.name}: 10 → nothing)`,
    ])
    expect(allImports(context.state)).toHaveLength(1)
    const [allowed] = await take(context, [{ ...newer, allowRemoved: true }])
    expect([allowed?.verdict, allImports(context.state).length]).toEqual(['imported', 2])
    context.close()
  })

  it('is not told of where nothing counts yet', async () => {
    const context = smallContext()
    const [outcome] = await take(context, [original])
    expect([outcome?.verdict, outcome?.differences]).toEqual(['imported', null])
    context.close()
  })
})

describe('the same content', () => {
  it('changes nothing, be it the same bytes by another name or other bytes that say the same', async () => {
    const context = smallContext()
    await take(context, [original])
    const before = await rebuildWarehouse(context, loadDefinitions(context.paths.mappings))
    const again = await take(context, [
      original,
      { ...original, name: 'small, renamed.csv' },
      version('small resaved.csv', smallRow(first?.name, '15', '5'), smallRow(second?.name, '20', '10'), ''),
      version(
        'small remarked.csv',
        `${smallRow(first?.name, '15', '5')}seen`,
        smallRow(second?.name, '20', '10'),
      ),
    ])
    expect(again.map(({ verdict }) => verdict)).toEqual(Array(4).fill('known-already'))
    expect(allImports(context.state)).toHaveLength(1)
    const after = await rebuildWarehouse(context, loadDefinitions(context.paths.mappings))
    expect(after.path).toBe(before.path)
    context.close()
  })

  it('counts again when an earlier version is sent after a later one', async () => {
    const context = smallContext()
    const later = version('small 2.csv', smallRow(first?.name, '16', '5'), smallRow(second?.name, '20', '10'))
    const outcomes = await take(context, [original, later, original])
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['imported', 'imported', 'imported'])
    expect(nationalImports(context)[0]?.file).toBe('small.csv')
    context.close()
  })
})

const message = (name: string, ...rows: string[]): File => ({
  name,
  bytes: Buffer.from(['element,place,period,value', ...rows].join('\n')),
})
const firstMessage = message(
  'all.csv',
  `PP_STOCK,${first?.name},2021-Q1,12`,
  `PP_STOCK,${second?.name},2021-Q1,5`,
)
const secondMessage = message('one.csv', `PP_STOCK,${first?.name},2021-Q1,13`)

it('a message that speaks of a part of a quarter leaves the rest as it was', async () => {
  const context = smallContext()
  const [, outcome] = await take(context, [firstMessage, secondMessage])
  expect(outcome).toMatchObject({ verdict: 'imported', differences: { new: 0, changed: 1, removed: 0 } })
  const definitions = loadDefinitions(context.paths.mappings)
  const [report] = nationalImports(context)
  const folder = join(context.paths.data, 'again')
  const [reread] = await readAgain(context, definitions, { folder, anew: false })
  expect([reread?.sliceHash, reread?.observations]).toEqual([report?.sliceHash, 2])
  context.close()
})

it('is the same warehouse again, rebuilt after any files in any order, with replays and corrections', async () => {
  const files: File[] = [
    ...(await returnsOf('TUN-training', ['2021-Q1', '2021-Q2'])),
    original,
    version('small 2.csv', smallRow(first?.name, '16', '6'), smallRow(second?.name, '20', '10')),
    version('small 3.csv', smallRow(first?.name, '16', '6')),
    firstMessage,
    secondMessage,
  ].map(({ name, bytes }) => ({ name, bytes, allowRemoved: true }))
  const correction = `- { element: PP_ADM, place: ${first?.code}, period: 2021-Q1, was: 16, becomes: 17, reason: r, date: 2021-08-03, who: w }\n`
  const order = fc.array(fc.nat(files.length - 1), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(order, fc.boolean(), async (sequence, corrects) => {
      const context = smallContext()
      if (corrects) writeFileSync(join(context.paths.mappings, 'UGA', 'corrections.yaml'), correction)
      const definitions = loadDefinitions(context.paths.mappings)
      for (const index of sequence) {
        await take(context, [files[index] as File])
        await rebuildWarehouse(context, definitions)
      }
      const folder = join(context.paths.data, 'again')
      const reread = await readAgain(context, definitions, { folder, anew: false })
      expect(reread.map(({ sliceHash }) => sliceHash)).toEqual(
        nationalImports(context).map(({ sliceHash }) => sliceHash),
      )
      const path = join(folder, 'warehouse.duckdb')
      const slices = reread.map(({ sliceHash }) => join(folder, `${sliceHash}.parquet`))
      await buildWarehouse({ path, ...(await registersOf(context, definitions)), slices })
      const grown = await rebuildWarehouse(context, definitions)
      expect(await hashOfWarehouse(path)).toBe(await hashOfWarehouse(grown.path))
      context.close()
    }),
    { numRuns: 4 },
  )
})

it('shows a correction that was decided later when the rebuilding is adopted', async () => {
  const context = smallContext()
  await take(context, [original])
  const before = nationalImports(context)[0]?.sliceHash
  writeFileSync(
    join(context.paths.mappings, 'UGA', 'corrections.yaml'),
    `- { element: PP_ADM, place: ${first?.code}, period: 2021-Q1, was: 15, becomes: 17, reason: r, date: 2021-08-03, who: w }\n`,
  )
  const { changed } = await rebuildAll(context, true)
  expect(changed).toEqual(['UGA-small 2021-Q1'])
  expect(nationalImports(context)[0]?.sliceHash).not.toBe(before)
  context.close()
})
