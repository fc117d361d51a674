import { basename } from 'node:path'
import { type CrawlOptions, crawl } from './crawl.ts'
import { editionsOf } from './editions.ts'
import { attackerOn, type Exposure } from './exposure.ts'
import type { Known } from './figure.ts'
import { readInternal, type Sensitive, sensitiveOf } from './judge.ts'
import { commonKnowledge } from './knowledge.ts'
import { readFigures } from './read-figures.ts'
import type { Row } from './row.ts'
import type { Served } from './serve-public.ts'
import { solver } from './solver.ts'
import { publishedRows, statementsOf } from './statements.ts'
import { type System, systemOf } from './system.ts'

export type Told = Sensitive & { exposure: Exposure }

/** What a reader knows, and what follows from it of every number that should be nobody's to know. */
export type Attack = { known: Known; rows: readonly Row[]; system: System; told: Told[]; impossible: number }

/** Everything a reader has rows of: the published numbers, and what everybody knows. */
export function rowsKnown(known: Known, about: readonly Sensitive[]): Row[] {
  const statements = statementsOf(known)
  const places = [...new Set(known.figures.map(({ place }) => place))].sort()
  return [
    ...publishedRows(statements),
    ...commonKnowledge(
      statements,
      places,
      about.map(({ form }) => form),
    ),
  ]
}

/** Reads a public server and nothing else, works out what it can, and is judged by the internal edition. */
export async function attackServed(
  { address, releases }: Pick<Served, 'address' | 'releases'>,
  options: CrawlOptions = {},
): Promise<Attack> {
  const names = releases.map((folder) => basename(folder))
  const known = await readFigures(await crawl(address, { ...options, releases: names }))
  const sensitive = sensitiveOf(readInternal(releases), editionsOf(known.figures, known.indicators))
  return { known, ...(await workOut(rowsKnown(known, sensitive), sensitive)) }
}

/**
 * What follows from rows of each of the numbers. Where what is only usual has misled the reader, so that the true number
 * is ruled out, it is asked what follows without.
 */
export async function workOut(rows: readonly Row[], sensitive: readonly Sensitive[]) {
  const system = systemOf(rows)
  const highs = await solver()
  const attacker = attackerOn(highs, system)
  const careful = attackerOn(highs, systemOf(rows.filter(({ usual }) => !usual)))
  try {
    const told = sensitive.map((one) => {
      const exposure = attacker.tell(one.form)
      const isMisled = exposure.low > one.value || exposure.high < one.value
      return { ...one, exposure: isMisled ? careful.tell(one.form) : exposure }
    })
    return { rows, system, told, impossible: attacker.impossible() }
  } finally {
    attacker.dispose()
    careful.dispose()
  }
}
