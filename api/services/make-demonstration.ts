import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { allImports } from '../store/imports.ts'
import { readMark, writeMark } from '../store/marks.ts'
import { currentReleaseId } from '../store/releases.ts'
import type { Context } from './context.ts'
import { demonstrationParts, fingerprint } from './fingerprint.ts'
import { loadDemonstration } from './load-demonstration.ts'
import type { Paths } from './paths.ts'
import { type Published, publish } from './publish.ts'

const MARK = 'demonstration'

/** What the data folder holds, as far as a start needs to know. */
export type Condition = 'empty' | 'demonstration' | 'outdated-demonstration' | 'own-data'

export function conditionOf({ state }: Context): Condition {
  const imports = allImports(state)
  if (imports.length === 0) return 'empty'
  if (imports.some(({ origin }) => origin !== 'demonstration')) return 'own-data'
  const whole =
    readMark(state, MARK) === fingerprint(demonstrationParts) && currentReleaseId(state) !== undefined
  return whole ? 'demonstration' : 'outdated-demonstration'
}

/** Makes, imports and publishes the demonstration in an empty data folder. */
export async function makeDemonstration(
  context: Context,
): Promise<Published & { files: number; refused: number }> {
  const outcomes = await loadDemonstration(context)
  const published = await publish(context)
  writeMark(context.state, MARK, fingerprint(demonstrationParts))
  const refused = outcomes.filter(({ imports }) => imports.length === 0).length
  return { ...published, files: outcomes.length, refused }
}

/** Removes a demonstration, and only what a demonstration made; its key stays. The stores must be closed. */
export async function removeDemonstration({ data, state, raw, slices, warehouse, releases }: Paths) {
  const parts = [`${state}-wal`, `${state}-shm`, state, raw, slices, warehouse, releases, join(data, 'demo')]
  for (const part of parts) await rm(part, { recursive: true, force: true })
}
