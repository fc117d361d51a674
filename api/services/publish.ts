import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { quarterOf, quartersBetween } from '../../indicators/model/period.ts'
import { LEDGER } from '../../indicators/protect/lattice/ledger.ts'
import { INPUTS } from '../../indicators/release/kept-inputs.ts'
import { type Manifest, makeRelease } from '../../indicators/release/make-release.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { brokenJournalEntry } from '../store/journal.ts'
import { currentReleaseId, recordPublication, type Said } from '../store/releases.ts'
import type { Context } from './context.ts'
import { type Definitions, loadDefinitions } from './definitions.ts'
import { ledgersBefore } from './ledgers.ts'
import { Problem } from './problem.ts'
import { type BuiltWarehouse, rebuildWarehouse } from './rebuild-warehouse.ts'
import { keptRegisters } from './registers.ts'
import { releaseSecret } from './release-secret.ts'

export type Published = {
  id: string
  quarter: string
  dataAsOf: string
  before: string | null
  changed: boolean
  /** Numbers that could not be proven safe, so that nothing new is shown of what they hang together with. */
  unproven: string[]
}

/**
 * Makes a release of everything accepted and shows it to readers.
 *
 * The release is written aside, checked against its manifest and brought to the disk; then it gets its place, and
 * last of all the row that points readers to it is written. A release that is there already is left as it is.
 *
 * Errors  `nothing-imported`, `slice-missing`, `journal-broken`, `definitions-wrong`
 */
export async function publish(context: Context, load = loadDefinitions, said?: Said): Promise<Published> {
  const { state, paths, now } = context
  const broken = brokenJournalEntry(state)
  if (broken !== null) throw new Problem('journal-broken', { entry: broken })
  const definitions = load()
  const warehouse = await rebuildWarehouse(context, definitions)
  const aside = join(paths.releases, `.making-${process.pid}`)
  try {
    const made = await releaseOf(context, definitions, warehouse, aside)
    const place = join(paths.releases, made.id)
    const manifestHash = await settle(context, made.folder, made.manifest)
    if (!existsSync(place)) await rename(made.folder, place)
    const before = currentReleaseId(state) ?? null
    const { id, quarter, dataAsOf } = made.manifest
    recordPublication(
      state,
      { id, folder: relative(paths.data, place), dataAsOf, manifestHash },
      now().toISOString(),
      warehouse.imports.map((one) => one.id),
      said,
    )
    return { id, quarter, dataAsOf, before, changed: before !== id, unproven: made.unproven }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Computes, protects and writes the release of a warehouse into a folder. */
export async function releaseOf(
  context: Context,
  { logframe, updates }: Definitions,
  { path, imports, slices, registers }: BuiltWarehouse,
  folder: string,
) {
  const last = imports
    .map(({ quarter }) => quarter)
    .sort()
    .at(-1)
  const dataAsOf = imports
    .map(({ receivedOn }) => receivedOn)
    .sort()
    .at(-1)
  if (!last || !dataAsOf) throw new Problem('nothing-imported', {})
  await mkdir(folder, { recursive: true })
  const db = await openWarehouse(path, { readOnly: true })
  try {
    return await makeRelease({
      db,
      logframe,
      updates,
      slices,
      registers: keptRegisters(registers),
      earlier: await ledgersBefore(context, null),
      quarters: quartersBetween(quarterOf(logframe.start), last),
      dataAsOf,
      folder,
      secret: await releaseSecret(context),
      illustrative: imports.some(({ origin }) => origin === 'demonstration'),
      onProgress: (step, done, of) => context.report({ doing: `Release: ${step}`, done, of }),
    })
  } finally {
    db.close()
  }
}

/** Brings every file of a release to the disk and compares it with the manifest, whose hash is returned. */
async function settle({ report }: Context, folder: string, { files }: Manifest): Promise<string> {
  const names = Object.keys(files)
  for (const [done, name] of names.entries()) {
    report({ doing: 'Release: checking', done: done + 1, of: names.length })
    const path = join(folder, name)
    const found = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    if (found !== files[name]) throw new Problem('release-damaged', { path })
    await Promise.all([path, `${path}.br`, `${path}.gz`].map(sync))
  }
  const manifest = join(folder, 'manifest.json')
  await Promise.all([manifest, join(folder, INPUTS), join(folder, LEDGER)].map(sync))
  return createHash('sha256')
    .update(await readFile(manifest))
    .digest('hex')
}

async function sync(path: string) {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
