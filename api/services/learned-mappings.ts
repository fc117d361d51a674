import { mkdir, open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { stringify } from 'yaml'
import type { Sources } from '../../pipelines/stages/map/load-sources.ts'
import { Mapping } from '../../pipelines/stages/map/mapping.ts'
import type { Context } from './context.ts'

export type Settled = { by: string; why: string }
export type Learned = { id: string; version: number; path: string }

/**
 * Keeps a description a person settled as the next version of its report, in the data folder. No version is ever
 * written over: a file that was read by an earlier one is read so again.
 */
export async function saveLearned(
  { paths, now }: Context,
  sources: Sources,
  draft: Mapping,
  { by, why }: Settled,
): Promise<Learned> {
  const mapping = nextVersion(draft, sources, { by, why, at: now().toISOString() })
  const folder = join(paths.mappings, mapping.country)
  const path = join(folder, `${mapping.id}@${mapping.version}.yaml`)
  await mkdir(folder, { recursive: true })
  const file = await open(path, 'wx')
  try {
    await file.writeFile(mappingText(mapping))
    await file.sync()
  } finally {
    await file.close()
  }
  return { id: mapping.id, version: mapping.version, path: relative(paths.data, path) }
}

/** The draft as the version after all there are. */
export function nextVersion(
  draft: Mapping,
  { mappings, earlier }: Sources,
  learned: NonNullable<Mapping['learned']>,
): Mapping {
  const versions = [...mappings, ...earlier].flatMap(({ id, version }) => (id === draft.id ? [version] : []))
  return Mapping.parse({ ...draft, learned, version: Math.max(0, ...versions) + 1 })
}

/** A description as the file a person may read and edit: what says nothing is left out. */
export function mappingText(mapping: Mapping): string {
  const { learned, ...read } = mapping
  return stringify(withoutEmpty({ ...(learned ? { learned } : {}), ...read }), {
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    collectionStyle: 'any',
  })
}

/** Empty lists and objects are what the schema puts in anyway. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value)
    .filter(([key, part]) => part !== undefined && (keptEmpty.has(key) || !isEmpty(part)))
    .map(([key, part]) => [key, withoutEmpty(part)])
  return Object.fromEntries(parts)
}

/** Required, or meaningful when empty: `make: {}` is the total. */
const keptEmpty = new Set(['groups', 'make', 'from', 'csv'])

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
