import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { INPUTS, readInputs } from '../../indicators/release/kept-inputs.ts'
import { type Manifest, makeRelease } from '../../indicators/release/make-release.ts'
import { buildWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { publicationOf, publishedIds } from '../store/releases.ts'
import type { Context } from './context.ts'
import { ledgersBefore } from './ledgers.ts'
import { Problem } from './problem.ts'
import { verifySlices } from './rebuild-warehouse.ts'
import { type KeptRegisters, slicePath } from './registers.ts'
import { releaseSecret } from './release-secret.ts'
import { verified } from './verified.ts'

export type Recomputed = {
  id: string
  /** What the release is called when it is made again: the same, unless the code computes otherwise now. */
  made: string | null
  /** Files that are missing, are not what they were or are not there when it is made again. */
  differing: string[]
}

/**
 * Makes a published release again, aside, from the slices its manifest names and the definitions, registers and policy
 * kept with it, and compares every file on the disk with what was made. Nothing is changed.
 *
 * Errors  `release-unknown`, `release-damaged`, `slice-missing`
 */
export async function recompute(context: Context, id: string): Promise<Recomputed> {
  const { state, paths } = context
  const publication = publicationOf(state, id)
  if (!publication) throw new Problem('release-unknown', { id })
  const place = join(paths.data, publication.folder)
  const manifest: Manifest = JSON.parse(
    await verified(join(place, 'manifest.json'), publication.manifestHash),
  )
  const aside = join(paths.data, `.recomputing-${process.pid}`)
  try {
    const made = await makeAgain(context, manifest, join(place, INPUTS), aside)
    return { id, made: made.id, differing: await differing(place, made.folder) }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** The same for every release that was ever published, oldest first; one that cannot be made again hides no other. */
export async function recomputeAll(context: Context): Promise<Recomputed[]> {
  const ids = publishedIds(context.state)
  if (ids.length === 0) throw new Problem('nothing-published', {})
  const recomputed: Recomputed[] = []
  for (const id of ids) recomputed.push(await recompute(context, id).catch((error) => notMade(id, error)))
  return recomputed
}

/** A release whose own inputs or slices are not what they were: the file that is not. */
function notMade(id: string, error: unknown): Recomputed {
  if (!(error instanceof Problem) || typeof error.params.path !== 'string') throw error
  return { id, made: null, differing: [error.params.path] }
}

async function makeAgain(context: Context, manifest: Manifest, inputs: string, aside: string) {
  const { registers, ...kept } = readInputs(await verified(inputs, manifest.inputs))
  await verifySlices(context, manifest.slices)
  const path = join(aside, 'warehouse.duckdb')
  await mkdir(aside, { recursive: true })
  await buildWarehouse({
    path,
    ...(registers as KeptRegisters), // safe: kept by `publish`, and its hash is the manifest's
    elements: kept.logframe.elements,
    slices: manifest.slices.map((sliceHash) => slicePath(context, { sliceHash })),
  })
  const db = await openWarehouse(path, { readOnly: true })
  try {
    return await makeRelease({
      secret: await releaseSecret(context),
      ...kept,
      db,
      registers,
      earlier: await ledgersBefore(context, manifest.id),
      slices: manifest.slices,
      folder: join(aside, 'releases'),
      onProgress: (step, done, of) => context.report({ doing: `Release ${manifest.id}: ${step}`, done, of }),
    })
  } finally {
    db.close()
  }
}

/** Files of the one folder that are not the same in the other, in every form they are kept in. */
async function differing(place: string, made: string): Promise<string[]> {
  const names = [...new Set([...(await filesIn(place)), ...(await filesIn(made))])].sort()
  const same = await Promise.all(
    names.map(async (name) => {
      const [ours, again] = await Promise.all(
        [place, made].map((folder) => readFile(join(folder, name)).catch(() => null)),
      )
      return ours && again ? ours.equals(again) : false
    }),
  )
  return names.filter((_, i) => !same[i])
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
