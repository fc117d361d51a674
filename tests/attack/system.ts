import { type Form, nameOfForm } from './form.ts'
import type { Row } from './row.ts'

/** An unknown that follows from one row and unknowns that followed before. */
export type Fixed = { value: number; by: Row }

/** Rows over the unknowns that are left, tied together; nothing outside touches them. */
export type Component = { unknowns: readonly string[]; rows: readonly Row[] }

/**
 * What is known, as far as plain adding and subtracting goes.
 *
 * Shape   `fixed` in the order they followed; `componentOf` of every other unknown; `contradictions` are rows that
 *         cannot hold, by which a reader sees that something was understood wrongly
 */
export type System = {
  fixed: ReadonlyMap<string, Fixed>
  componentOf: ReadonlyMap<string, Component>
  components: readonly Component[]
  contradictions: readonly string[]
}

const NEAR = 1e-6

export function systemOf(rows: readonly Row[]): System {
  const fixed = new Map<string, Fixed>()
  const touching = new Map<string, Row[]>()
  for (const row of rows) {
    for (const unknown of row.form.keys()) {
      const list = touching.get(unknown)
      if (list) list.push(row)
      else touching.set(unknown, [row])
    }
  }
  const contradictions = new Set<string>()
  const waiting = new Set(rows)
  for (const row of waiting) {
    waiting.delete(row)
    for (const [unknown, value] of following(row, fixed, contradictions)) {
      fixed.set(unknown, { value, by: row })
      for (const next of touching.get(unknown) ?? []) waiting.add(next)
    }
  }
  const left = rows.map((row) => reduce(row, fixed)).filter(({ form }) => form.size > 0)
  const components = componentsOf(distinct(left))
  const componentOf = new Map(
    components.flatMap((component) => component.unknowns.map((unknown) => [unknown, component] as const)),
  )
  return { fixed, componentOf, components, contradictions: [...contradictions] }
}

/** A row without the unknowns that are known by now. */
export function reduce(row: Row, fixed: ReadonlyMap<string, Fixed>): Row {
  const { form, low, high } = row
  const left = new Map<string, number>()
  let known = 0
  for (const [unknown, times] of form) {
    const found = fixed.get(unknown)
    if (found) known += times * found.value
    else left.set(unknown, times)
  }
  return { ...row, form: left, low: low - known, high: high - known }
}

/** What a row says for certain: its last unknown; or that all are zero, where numbers that cannot be negative add to zero. */
function following(
  row: Row,
  fixed: ReadonlyMap<string, Fixed>,
  contradictions: Set<string>,
): [string, number][] {
  const { form, low, high } = reduce(row, fixed)
  const entries = [...form]
  if (entries.length === 0) {
    if (!row.usual && (low > NEAR || high < -NEAR)) contradictions.add(row.why)
    return []
  }
  if (row.usual) return []
  const ups = entries.every(([, times]) => times > 0)
  const downs = entries.every(([, times]) => times < 0)
  if ((ups && high < -NEAR) || (downs && low > NEAR)) contradictions.add(row.why)
  if ((ups && Math.abs(high) < NEAR) || (downs && Math.abs(low) < NEAR))
    return entries.map(([unknown]) => [unknown, 0])
  const [[unknown, times] = ['', 1], ...others] = entries
  if (others.length > 0 || high - low > NEAR) return []
  const value = low / times
  if (Math.abs(value - Math.round(value)) > NEAR) contradictions.add(row.why)
  return [[unknown, Math.round(value)]]
}

/** The same sum said twice is one row: the narrower of both. */
function distinct(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const name = `${row.usual ?? ''}${nameOfForm(row.form)}`
    const same = found.get(name)
    if (!same) found.set(name, row)
    else found.set(name, { ...same, low: Math.max(same.low, row.low), high: Math.min(same.high, row.high) })
  }
  return [...found.values()]
}

function componentsOf(rows: readonly Row[]): Component[] {
  const leader = new Map<string, string>()
  const find = (unknown: string): string => {
    let at = unknown
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next
    leader.set(unknown, at)
    return at
  }
  for (const { form } of rows) {
    const [first = '', ...others] = form.keys()
    for (const other of others) leader.set(find(other), find(first))
  }
  const byLeader = Map.groupBy(rows, ({ form }) => find([...form.keys()][0] ?? ''))
  return [...byLeader.values()].map((own) => ({
    rows: own,
    unknowns: [...new Set(own.flatMap(({ form }) => [...form.keys()]))],
  }))
}

/** A form without what is known: its other unknowns, and the number the known ones come to. */
export function remaining(form: Form, { fixed }: Pick<System, 'fixed'>): { form: Form; known: number } {
  const { form: left, low } = reduce({ form, low: 0, high: 0, why: '' }, fixed)
  return { form: left, known: 0 - low }
}
