import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Observation } from '../../indicators/model/observation.ts'
import { Country } from '../../indicators/model/place.ts'
import { Answers } from '../../indicators/model/question.ts'
import { LEDGER } from '../../indicators/protect/lattice/ledger.ts'
import { INPUTS } from '../../indicators/release/kept-inputs.ts'
import type { Manifest } from '../../indicators/release/make-release.ts'
import { type Checked, checkFile } from '../../pipelines/stages/check-file.ts'
import { applyMessage, type SliceMessage } from '../../pipelines/stages/coded/apply-message.ts'
import type { Sources } from '../../pipelines/stages/map/load-sources.ts'
import { buildWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import { logicalHash } from '../../pipelines/warehouse/logical-hash.sql.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { writeSlice } from '../../pipelines/warehouse/write-slice.ts'
import { allImports, type Import, recordImports } from '../store/imports.ts'
import { brokenJournalEntry } from '../store/journal.ts'
import { type RawFiles, sha256 } from '../store/raw-files.ts'
import { publicationOf } from '../store/releases.ts'
import { lastMadeId } from '../store/withdrawals.ts'
import { asProblem, type Context } from './context.ts'
import { type Definitions, loadDefinitions } from './definitions.ts'
import { Problem } from './problem.ts'
import { releaseOf } from './publish.ts'
import { nationalImports, registersOf, slicePath } from './registers.ts'

export type Rebuilt = {
  /** The release the original files give now. */
  release: string
  published: string | null
  files: number
  /** Reports that are now read otherwise than when they were imported. */
  changed: string[]
  /** What was missing or damaged and has been put back. */
  mended: string[]
  /** The remade warehouse by what it says. */
  warehouse: string
}

type Reread = { before: Import; sliceHash: string; observations: number; version: number }

/**
 * Makes everything again from the original files, aside, and compares it with what was published last, withdrawn or not.
 *
 * Where the two agree, missing or damaged slices and release files are put back. Where they differ nothing is
 * touched, unless `adopt` says that the new reading is to count: then it is recorded, and a publication shows it.
 *
 * Errors  `rebuild-differs`, `nothing-imported`, `raw-file-missing`, `raw-file-damaged`, `key-wrong`, `journal-broken`
 */
export async function rebuildAll(context: Context, adopt = false): Promise<Rebuilt> {
  const { state, paths } = context
  const broken = brokenJournalEntry(state)
  if (broken !== null) throw new Problem('journal-broken', { entry: broken })
  const definitions = loadDefinitions(paths.mappings)
  const aside = join(paths.data, `.rebuilding-${process.pid}`)
  try {
    const reread = await readAgain(context, definitions, { folder: join(aside, 'slices'), anew: adopt })
    const made = await releaseAgain(context, definitions, reread, aside)
    const published = lastMadeId(state)
    const same = published === undefined || (await isPublished(context, published, made.folder))
    if (!same && !adopt) throw new Problem('rebuild-differs', { published: published ?? '', found: made.id })
    const changed = reread.filter(({ before, sliceHash }) => before.sliceHash !== sliceHash)
    const mended = await mendSlices(context, reread, join(aside, 'slices'))
    if (same && published) mended.push(...(await mendRelease(context, published, made)))
    if (changed.length > 0) recordImports(state, changed.map(asNewImport(context)))
    return {
      release: made.id,
      published: published ?? null,
      files: reread.length,
      changed: changed.map(({ before }) => `${before.mapping} ${before.quarter}`),
      mended,
      warehouse: await hashOfWarehouse(made.warehouse),
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

type Way = { folder: string; anew: boolean }

/** Each file by the version of its description that is on record; `anew`: by the one that would be chosen today. */
export async function readAgain(
  context: Context,
  { sources }: Definitions,
  { folder, anew }: Way,
): Promise<Reread[]> {
  const imports = nationalImports(context)
  if (imports.length === 0) throw new Problem('nothing-imported', {})
  await mkdir(folder, { recursive: true })
  const raw = await context.raw()
  const all = allImports(context.state)
  const chainOf = ({ mapping, quarter }: Import) =>
    all.filter((one) => one.mapping === mapping && one.quarter === quarter)
  const reread: Reread[] = []
  for (const before of imports) {
    context.report({
      doing: 'Reading the original files',
      done: reread.length,
      of: imports.length,
      what: before.file,
    })
    const { observations, version } = await rereadReport(before, chainOf(before), (one) =>
      rereadFile(one, raw, sources, anew),
    )
    const { hash, rows } = await writeSlice(observations, folder)
    reread.push({ before, sliceHash: hash, observations: rows, version })
  }
  context.report({ doing: 'Reading the original files', done: imports.length, of: imports.length })
  return reread
}

type RereadSlice = Checked['slices'][number] | undefined

/**
 * A report's quarter as its files make it: the last one that gave all of it, and the messages since, in the order they
 * came.
 */
async function rereadReport(
  { version }: Import,
  chain: readonly Import[],
  read: (one: Import) => Promise<RereadSlice>,
) {
  const messages: SliceMessage[] = []
  let newest: RereadSlice
  let known: Observation[] = []
  for (const one of chain.toReversed()) {
    const slice = await read(one)
    newest ??= slice
    if (slice?.message) messages.unshift(slice.message)
    else {
      known = slice?.observations ?? []
      break
    }
  }
  for (const message of messages) known = applyMessage(known, message)
  return { observations: known, version: newest?.mapping.version ?? version }
}

/** Whose it is, is in the record, where the file does not tell. */
async function rereadFile(one: Import, raw: RawFiles, sources: Sources, anew: boolean): Promise<RereadSlice> {
  const { file: name, fileHash, quarter, mapping: id, version, country } = one
  const bytes = await asProblem(() => raw.get(fileHash))
  const answers = Answers.parse(JSON.parse(one.answers))
  const sent = { name, bytes, sources, answers, ...(anew ? {} : { readBy: { id, version } }) }
  const alone = await checkFile(sent)
  const { slices } =
    alone.slices.length > 0 ? alone : await checkFile({ ...sent, country: Country.parse(country) })
  const ofQuarter = slices.filter((slice) => slice.quarter === quarter)
  return ofQuarter.find(({ mapping }) => mapping.id === id) ?? ofQuarter[0]
}

async function releaseAgain(
  context: Context,
  definitions: Definitions,
  reread: readonly Reread[],
  aside: string,
) {
  const path = join(aside, 'warehouse.duckdb')
  const slices = reread.map(({ sliceHash }) => sliceHash).sort()
  const registers = await registersOf(context, definitions)
  await buildWarehouse({
    path,
    ...registers,
    slices: slices.map((hash) => join(aside, 'slices', `${hash}.parquet`)),
  })
  const imports = reread.map(({ before }) => before)
  const made = await releaseOf(
    context,
    definitions,
    { path, imports, slices, registers },
    join(aside, 'releases'),
  )
  return { ...made, warehouse: path }
}

/** Two warehouses that say the same have the same. */
export async function hashOfWarehouse(path: string): Promise<string> {
  const db = await openWarehouse(path, { readOnly: true })
  try {
    return await logicalHash(db)
  } finally {
    db.close()
  }
}

const manifestHash = async (folder: string) => sha256(await readFile(join(folder, 'manifest.json')))

const isPublished = async ({ state }: Context, published: string, folder: string) =>
  publicationOf(state, published)?.manifestHash === (await manifestHash(folder))

async function mendSlices(context: Context, reread: readonly Reread[], folder: string): Promise<string[]> {
  await mkdir(context.paths.slices, { recursive: true })
  const mended: string[] = []
  for (const { sliceHash } of reread) {
    const place = slicePath(context, { sliceHash })
    if (existsSync(place) && sha256(await readFile(place)) === sliceHash) continue
    await rename(join(folder, `${sliceHash}.parquet`), place)
    mended.push(`slice ${sliceHash}`)
  }
  return mended
}

async function mendRelease(
  { state, paths }: Context,
  published: string,
  made: { folder: string; manifest: Manifest },
): Promise<string[]> {
  const place = join(paths.data, publicationOf(state, published)?.folder ?? '')
  const names = [INPUTS, LEDGER, ...Object.keys(made.manifest.files)]
  const damaged = await Promise.all(names.map((name) => differs(place, made.folder, name)))
  if (!damaged.some(Boolean)) return []
  await rm(place, { recursive: true, force: true })
  await mkdir(paths.releases, { recursive: true })
  await rename(made.folder, place)
  return [`release ${published}`]
}

/** Whether a published file, or a compressed form of it, is missing or is not what the remade release has. */
async function differs(place: string, made: string, name: string): Promise<boolean> {
  const read = (folder: string, ending: string) => readFile(join(folder, name + ending)).catch(() => null)
  const equal = await Promise.all(
    ['', '.br', '.gz'].map(async (ending) => {
      const [ours, remade] = await Promise.all([read(place, ending), read(made, ending)])
      return remade === null || ours?.equals(remade) === true
    }),
  )
  return equal.includes(false)
}

const asNewImport =
  ({ now }: Context) =>
  ({ before, sliceHash, observations, version }: Reread) => {
    const { id, supersededBy, ...row } = before
    return { ...row, sliceHash, observations, version, importedAt: now().toISOString() }
  }
