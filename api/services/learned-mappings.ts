import { mkdir, open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Document, isCollection, isPair, visit } from 'yaml'
import type { Sources } from '../../pipelines/stages/map/load-sources.ts'
import { Mapping } from '../../pipelines/stages/map/mapping.ts'
import { appendToJournal } from '../store/journal.ts'
import type { Context } from './context.ts'

export type Settled = { by: string; why: string }
export type Learned = { id: string; version: number; path: string }

/**
 * Keeps a description a person settled as the next version of its report, in the data folder. No version is ever
 * written over: a file that was read by an earlier one is read so again.
 */
export async function saveLearned(
  { paths, now, state }: Context,
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
  const body = { mapping: mapping.id, version: mapping.version, by, why }
  state.together(() => appendToJournal(state, { at: now().toISOString(), kind: 'describe', body }))
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

/** A description as the file a person may read and edit: one line for each column, what says nothing left out. */
export function mappingText(mapping: Mapping): string {
  const { learned, ...read } = mapping
  const document = new Document(withoutEmpty({ ...(learned ? { learned } : {}), ...read }))
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isCollection(value)) return
      if (onOneLine.has(String(key))) value.flow = true
      if (String(key) === 'columns' || String(key) === 'complete')
        for (const one of value.items) if (isCollection(one)) one.flow = true
      if (String(key) === 'labels')
        for (const one of value.items) if (isPair(one) && isCollection(one.value)) one.value.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}

const onOneLine = new Set(['csv', 'numbers', 'marks', 'period', 'anchor', 'place', 'totals', 'ignore'])

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
