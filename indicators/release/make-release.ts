import { createHash, createHmac } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Computed, computeIndicators } from '../compute/compute-indicators.ts'
import { logframeHash } from '../logframe/logframe-hash.ts'
import { WindowKind } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import type { Quarter } from '../model/period.ts'
import type { Edition, PublicFigure, ReleaseLabel, Update } from '../model/released.ts'
import type { RunSql } from '../model/run-sql.ts'
import { LEDGER, type Ledger, ledgerText } from '../protect/lattice/ledger.ts'
import { presentPolicy, type ReadPolicy } from '../protect/policy.ts'
import { protectPublic } from '../protect/protect-public.ts'
import { definitionsOf } from './definitions.ts'
import { editionFiles } from './edition-files.ts'
import { evidenceFiles } from './evidence-files.ts'
import { INPUTS, keptInputs } from './kept-inputs.ts'
import { type FigureRow, publicFigureRows } from './public-figures.sql.ts'
import { windowsFiles } from './windows-files.ts'
import { writeFiles } from './write-files.ts'

export type ReleaseInputs = {
  db: RunSql
  logframe: Logframe
  updates: readonly Update[]
  /** SHA-256 of every slice the warehouse was built from. */
  slices: readonly string[]
  /** Every quarter shown, first to last. */
  quarters: readonly Quarter[]
  dataAsOf: string
  /** Where releases stand; this one becomes `<folder>/<id>`. */
  folder: string
  illustrative: boolean
  /** What the warehouse was built from besides slices and elements; kept with the release as it is. */
  registers: unknown
  /** Goes into the name: without it nobody can tell from a name whether a guess at what is withheld is right. */
  secret: Uint8Array
  /** What every release published before this one told, oldest first. */
  earlier: readonly Ledger[]
  /** The present one unless a release is made again. */
  policy?: ReadPolicy
  onProgress?: (step: string, done: number, of: number) => void
}

export type Manifest = {
  id: string
  dataAsOf: string
  quarter: Quarter
  slices: string[]
  definitions: string
  policy: string
  /** SHA-256 of `inputs.json`, which lies beside the editions and is never served. */
  inputs: string
  /** SHA-256 of `ledger.json`, which lies there too. */
  ledger: string
  content: string
  files: Record<string, string>
}

/** `unproven` names the numbers because of which nothing new is shown of what they hang together with. */
export type MadeRelease = { id: string; folder: string; manifest: Manifest; unproven: string[] }

/**
 * Computes, protects and writes both editions of a release.
 *
 * Shape   a folder named by date, content and secret: the same inputs give the same name and the same bytes
 * Errors  none leave a folder half-written; it gets its name when everything in it is on disk
 */
export async function makeRelease(inputs: ReleaseInputs): Promise<MadeRelease> {
  const { db, logframe, quarters, dataAsOf, folder, earlier } = inputs
  const { policy = presentPolicy, onProgress = () => {} } = inputs
  const quarter = quarters.at(-1)
  if (!quarter) throw new Error('A release needs at least one quarter.')
  onProgress('computing', 0, 1)
  const computed = await computeIndicators(db, logframe, {
    quarters,
    quarter,
    dataAsOf,
    windows: WindowKind.options,
  })
  const edition = await protectPublic(computed, logframe, {
    policy: policy.policy,
    earlier,
    tell: (done, of) => onProgress('protecting', done, of),
  })
  const shown: Record<Edition, Computed> = {
    internal: computed,
    public: edition.computed,
  }
  const publicFigures = (await db.all<FigureRow>(publicFigureRows())).map(figureOf)
  const kept = keptInputs({ ...inputs, policy: policy.text })
  const ledger = ledgerText(edition.ledger)
  const content = contentHash({ shown, publicFigures, inputs, kept: kept.hash, policy: policy.hash })
  const id = `${dataAsOf}.${createHmac('sha256', inputs.secret).update(content).digest('hex').slice(0, 8)}`
  const files = await filesOf(inputs, { id, computed, shown, publicFigures })
  const making = join(folder, `.${id}.${process.pid}`)
  try {
    const hashes = await writeFiles(making, files, (done) => onProgress('writing', done, files.length))
    const manifest: Manifest = {
      id,
      dataAsOf,
      quarter,
      slices: [...inputs.slices].sort(),
      definitions: logframeHash(logframe),
      policy: policy.hash,
      inputs: kept.hash,
      ledger: ledger.hash,
      content,
      files: hashes,
    }
    await writeFile(join(making, INPUTS), kept.text, { mode: 0o600 })
    await writeFile(join(making, LEDGER), ledger.text, { mode: 0o600 })
    await writeFile(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await mkdir(folder, { recursive: true })
    await rm(join(folder, id), { recursive: true, force: true })
    await rename(making, join(folder, id))
    return { id, folder: join(folder, id), manifest, unproven: edition.unproven }
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

type Made = {
  id: string
  computed: Computed
  shown: Record<Edition, Computed>
  publicFigures: readonly PublicFigure[]
}

/** All that is served, of both editions, and the evidence behind the internal one. */
async function filesOf(inputs: ReleaseInputs, { id, computed, shown, publicFigures }: Made) {
  const { db, logframe, updates, dataAsOf, illustrative } = inputs
  const { quarter, evidence } = computed
  const label = (edition: Edition): ReleaseLabel => ({ id, edition, quarter, dataAsOf, illustrative })
  const definitions = definitionsOf(logframe, evidence)
  return [
    ...(['public', 'internal'] as const).flatMap((edition) =>
      editionFiles({
        label: label(edition),
        logframe,
        computed: shown[edition],
        definitions,
        updates,
        publicFigures,
      }),
    ),
    ...windowsFiles(computed, label('internal')),
    ...(await evidenceFiles(db, logframe, evidence)),
  ]
}

type Content = {
  shown: Record<Edition, Computed>
  publicFigures: readonly PublicFigure[]
  inputs: ReleaseInputs
  /** Hashes of what is kept with the release, and of the policy. */
  kept: string
  policy: string
}

const contentHash = ({ shown, publicFigures, inputs, kept, policy }: Content) =>
  createHash('sha256')
    .update(
      JSON.stringify([shown, publicFigures, inputs.updates, inputs.illustrative, [...inputs.slices].sort()]),
    )
    .update(logframeHash(inputs.logframe))
    .update(policy)
    .update(kept)
    .digest('hex')

const figureOf = ({ as_of, ...row }: FigureRow): PublicFigure => ({ ...row, asOf: as_of })
