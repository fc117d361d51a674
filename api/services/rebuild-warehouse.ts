import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWarehouse, updateWarehouse } from '../../pipelines/warehouse/build-warehouse.ts'
import type { Registers } from '../../pipelines/warehouse/tables.sql.ts'
import type { Import } from '../store/imports.ts'
import { sha256 } from '../store/raw-files.ts'
import type { Context } from './context.ts'
import type { Definitions } from './definitions.ts'
import { fingerprint } from './fingerprint.ts'
import { Problem } from './problem.ts'
import { nationalImports, registersOf, slicePath } from './registers.ts'

/** `imports` are those it was made of. */
export type BuiltWarehouse = {
  path: string
  imports: readonly Import[]
  slices: string[]
  registers: Registers
}

/**
 * Makes the warehouse of the current slices, unless it is there already: its name is the hash of what all rests on
 * (places, elements, calendars, the code) and of the rest. One that rests on the same is brought up to date.
 *
 * Errors  `nothing-imported`, `slice-missing`
 */
export async function rebuildWarehouse(context: Context, definitions: Definitions): Promise<BuiltWarehouse> {
  const imports = nationalImports(context)
  if (imports.length === 0) throw new Problem('nothing-imported', {})
  const registers = await registersOf(context, definitions)
  const slices = imports.map(({ sliceHash }) => sliceHash).sort()
  const { submissions, publicFigures, ...ground } = registers
  const base = hashOf([ground, fingerprint([join('pipelines', 'warehouse')])])
  const name = `${base}-${hashOf([slices, submissions, publicFigures])}.duckdb`
  const path = join(context.paths.warehouse, name)
  if (!existsSync(path)) {
    context.report({ doing: 'Building the warehouse', done: 0, of: 1 })
    await verifySlices(context, slices)
    await mkdir(context.paths.warehouse, { recursive: true })
    const files = imports.map((one) => slicePath(context, one))
    const earlier = (await readdir(context.paths.warehouse)).find(
      (other) => other.startsWith(`${base}-`) && other.endsWith('.duckdb'),
    )
    const wanted = { path, ...registers, slices: files }
    const from = earlier && join(context.paths.warehouse, earlier)
    if (!from || !(await isUpdated({ from, ...wanted }))) await buildWarehouse(wanted)
    await removeOthers(context.paths.warehouse, name)
    context.report({ doing: 'Building the warehouse', done: 1, of: 1 })
  }
  return { path, imports, slices, registers }
}

/** A warehouse that cannot be brought up to date is made anew; what is wrong with the slices shows then. */
async function isUpdated(wanted: Parameters<typeof updateWarehouse>[0]): Promise<boolean> {
  try {
    await updateWarehouse(wanted)
    return true
  } catch {
    return false
  }
}

const hashOf = (content: unknown) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)

/** Every slice is there and is what its name says. */
export async function verifySlices(context: Context, hashes: readonly string[]) {
  for (const sliceHash of hashes) {
    const path = slicePath(context, { sliceHash })
    if (!existsSync(path) || sha256(await readFile(path)) !== sliceHash)
      throw new Problem('slice-missing', { path })
  }
}

const HOUR = 3_600_000

/** Warehouses can always be made again; only the present one is kept, and what another process is at work on. */
async function removeOthers(folder: string, kept: string) {
  const others = (await readdir(folder)).filter((name) => !name.startsWith(kept))
  const isAtWork = async (name: string) => {
    const found = name.includes('.partial-') ? await stat(join(folder, name)).catch(() => null) : null
    return found !== null && Date.now() - found.mtimeMs < HOUR
  }
  for (const name of others)
    if (!(await isAtWork(name))) await rm(join(folder, name), { recursive: true, force: true })
}
