import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Context, openContext } from '../../api/services/context.ts'
import { importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { Problem } from '../../api/services/problem.ts'
import { publish } from '../../api/services/publish.ts'
import { rebuildAll } from '../../api/services/rebuild-all.ts'
import { allImports, currentImports } from '../../api/store/imports.ts'
import { brokenJournalEntry } from '../../api/store/journal.ts'
import { currentReleaseId } from '../../api/store/releases.ts'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { returnsOf } from './national-returns.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function freshContext(): Context {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-intake-'))
  folders.push(folder)
  return openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date('2022-01-01T00:00:00Z') })
}

const training = await returnsOf('TUN-training', ['2021-Q1', '2021-Q2'])
const programme = await returnsOf('TUN-programme', ['2021-Q4'])
const broken = await brokenFiles()

async function take(
  context: Context,
  files: readonly { name: string; bytes: Uint8Array; receivedOn?: string }[],
) {
  const intake = await openIntake(context)
  try {
    const outcomes = []
    for (const { name, bytes, receivedOn = '2021-07-20' } of files)
      outcomes.push(
        await importFile(intake, { name, bytes: Buffer.from(bytes), receivedOn, origin: 'person' }),
      )
    return outcomes
  } finally {
    intake.close()
  }
}

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('an accepted file', () => {
  it('is kept once, with a slice for its quarter, however often it is sent', async () => {
    const context = freshContext()
    const [first, again] = await take(
      context,
      [training[0], training[0]].filter((file) => file !== undefined),
    )
    expect([first?.verdict, again?.verdict]).toEqual(['imported', 'known-already'])
    const [kept] = allImports(context.state)
    expect(allImports(context.state)).toHaveLength(1)
    expect(existsSync(join(context.paths.slices, `${kept?.sliceHash}.parquet`))).toBe(true)
    expect(filesUnder(context.paths.raw)).toHaveLength(1)
    context.close()
  })

  it('does not lie in the clear on the disk, and is read back to the byte', async () => {
    const context = freshContext()
    await take(context, training.slice(0, 1))
    const [sealed = ''] = filesUnder(context.paths.raw)
    expect(readFileSync(sealed).includes(training[0]?.bytes.subarray(0, 64) ?? '')).toBe(false)
    const raw = await context.raw()
    expect(
      (await raw.get(allImports(context.state)[0]?.fileHash ?? '')).equals(
        training[0]?.bytes ?? Buffer.alloc(0),
      ),
    ).toBe(true)
    context.close()
  })

  it('that corrects an earlier one takes its place, and the earlier one stays on record', async () => {
    const context = freshContext()
    expect(programme).toHaveLength(2)
    await take(context, programme)
    const all = allImports(context.state)
    expect(all).toHaveLength(2)
    expect(currentImports(context.state).map(({ id }) => id)).toEqual([all[1]?.id])
    expect(all[0]?.supersededBy).toBe(all[1]?.id)
    context.close()
  })
})

describe('a refused file', () => {
  it.each(['text-in-number', 'unknown-facility', 'women-and-men-not-total', 'empty-file'])(
    'with an error (%s) leaves nothing but the note that it was refused',
    async (id) => {
      const context = freshContext()
      const [outcome] = await take(
        context,
        broken.filter((file) => file.id === id),
      )
      expect(outcome?.verdict).toBe('has-errors')
      expect(outcome?.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
      expect(allImports(context.state)).toEqual([])
      for (const folder of [context.paths.raw, context.paths.slices])
        expect(existsSync(folder) ? filesUnder(folder) : []).toEqual([])
      context.close()
    },
  )

  it('about persons leaves no trace of what was in it, nor of its name', async () => {
    const context = freshContext()
    const list = broken.find(({ id }) => id === 'case-list')
    const [outcome] = await take(context, [
      { name: 'Liste Exemple Untel.xlsx', bytes: list?.bytes ?? new Uint8Array() },
    ])
    context.close()
    expect(outcome?.verdict).toBe('about-persons')
    for (const file of filesUnder(context.paths.data)) {
      const bytes = readFileSync(file)
      for (const word of ['Personne Exemple', 'Untel', 'EXEMPLE-0001'])
        expect(bytes.includes(word)).toBe(false)
    }
  })
})

describe('a publication', () => {
  it('needs something to publish', async () => {
    const context = freshContext()
    await expect(publish(context)).rejects.toThrowError(Problem)
    await expect(publish(context)).rejects.toMatchObject({ code: 'nothing-imported' })
    context.close()
  })

  it('twice from the same files is the same release, and so is a rebuilding from the original files', async () => {
    const context = freshContext()
    await take(context, training)
    const first = await publish(context)
    const second = await publish(context)
    expect([second.id, second.changed]).toEqual([first.id, false])
    const rebuilt = await rebuildAll(context)
    expect(rebuilt).toMatchObject({ release: first.id, published: first.id, changed: [], mended: [] })
    expect(currentReleaseId(context.state)).toBe(first.id)
    context.close()
  })

  it('is mended from the original files when a slice and a page of figures are lost', async () => {
    const context = freshContext()
    await take(context, training.slice(0, 1))
    const { id } = await publish(context)
    const [kept] = allImports(context.state)
    const slice = join(context.paths.slices, `${kept?.sliceHash}.parquet`)
    const page = join(context.paths.releases, id, 'public', 'programme.json')
    rmSync(slice)
    rmSync(page)
    const { mended } = await rebuildAll(context)
    expect(mended.length).toBeGreaterThan(0)
    expect([existsSync(slice), existsSync(page)]).toEqual([true, true])
    context.close()
  })

  it('of more files is another release, and what was published before stays', async () => {
    const context = freshContext()
    await take(context, training.slice(0, 1))
    const before = await publish(context)
    await take(context, training.slice(1))
    const after = await publish(context)
    expect(after).toMatchObject({ before: before.id, changed: true })
    expect(existsSync(join(context.paths.releases, before.id, 'manifest.json'))).toBe(true)
    expect(brokenJournalEntry(context.state)).toBeNull()
    context.close()
  })
})
