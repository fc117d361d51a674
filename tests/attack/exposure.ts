import type { Form } from './form.ts'
import { type Asked, amountOf, askAbout, type Highs, type Placed, type Witness } from './solver.ts'
import { type Component, remaining, type System } from './system.ts'

/** How much a reader can tell of a number. */
export type Class = 'E0 exact' | 'E1 fewer than three values' | 'E2 narrow' | 'safe' | 'unproven'

/** `k` values at least, over a range at least `width` wide. */
export type Standard = { width: number; k: number }
export const STANDARD: Standard = { width: 4, k: 5 }

/**
 * What a reader can tell of one number.
 *
 * Shape   `low` to `high` holds it for certain; a safe number has two `witnesses` that agree with all that is known and
 *         differ by the width asked for, and then the ends are as far as was looked
 */
export type Exposure = {
  class: Class
  low: number
  high: number
  values: number
  witnesses: readonly [Witness, Witness] | null
}

/** A component with the tables found so far that agree with it: most questions are answered by them. */
type Opened = { asked: Asked; witnesses: Witness[]; possible: boolean }

export type Attacker = {
  tell(form: Form): Exposure
  /** Components that nothing agrees with: a reader understood something wrongly. */
  impossible(): number
  dispose(): void
}

const NEAR = 1e-6

export function attackerOn(highs: Highs, system: System, standard = STANDARD): Attacker {
  const opened = new Map<Component, Opened>()
  const open = (component: Component): Opened => {
    const known = opened.get(component)
    if (known) return known
    const found = openComponent(highs, component)
    opened.set(component, found)
    return found
  }
  return {
    tell(form) {
      const { form: left, known } = remaining(form, system)
      if (left.size === 0) return { class: 'E0 exact', low: known, high: known, values: 1, witnesses: null }
      const parts = [...Map.groupBy(left, ([unknown]) => system.componentOf.get(unknown))]
      if (parts.some(([component]) => component === undefined)) return unbounded(known)
      const [[component] = []] = parts
      if (parts.length > 1 || !component) return apart(parts, open, known, standard)
      return tellOne(open(component), left, known, standard)
    },
    impossible: () => [...opened.values()].filter(({ possible }) => !possible).length,
    dispose() {
      for (const { asked } of opened.values()) asked.dispose()
    },
  }
}

const NOTHING: Placed = { indices: new Int32Array(), values: new Float64Array() }

/** Where nothing agrees with all rows, what is only usual is given up. */
function openComponent(highs: Highs, component: Component): Opened {
  const asked = askAbout(highs, component)
  if (asked.extreme(NOTHING, 'least') !== null) return { asked, witnesses: [], possible: true }
  asked.dispose()
  const firm = askAbout(highs, { ...component, rows: component.rows.filter(({ usual }) => !usual) })
  return { asked: firm, witnesses: [], possible: firm.extreme(NOTHING, 'least') !== null }
}

const unbounded = (low: number): Exposure => ({
  class: 'safe',
  low,
  high: Number.POSITIVE_INFINITY,
  values: Number.POSITIVE_INFINITY,
  witnesses: null,
})

/** A sum over components that do not touch: as wide as all of them together. */
function apart(
  parts: readonly (readonly [Component | undefined, (readonly [string, number])[]])[],
  open: (component: Component) => Opened,
  known: number,
  standard: Standard,
): Exposure {
  const told = parts.map(([component, terms]) =>
    tellOne(open(component as Component), new Map(terms), 0, standard),
  )
  const low = known + told.reduce((sum, { low: own }) => sum + own, 0)
  const high = known + told.reduce((sum, { high: own }) => sum + own, 0)
  const values = 1 + told.reduce((sum, { values: own }) => sum + own - 1, 0)
  return { class: classOf(low, high, values, standard), low, high, values, witnesses: null }
}

const UNPROVEN: Exposure = {
  class: 'unproven',
  low: 0,
  high: Number.POSITIVE_INFINITY,
  values: 0,
  witnesses: null,
}

function tellOne(
  { asked, witnesses, possible }: Opened,
  form: Form,
  known: number,
  standard: Standard,
): Exposure {
  if (!possible) return UNPROVEN
  const placed = asked.place(form)
  const seen = new Map<number, Witness>()
  const see = (witness: Witness | null) => {
    if (witness) seen.set(Math.round(amountOf(placed, witness) + known), witness)
  }
  for (const witness of witnesses) {
    see(witness)
    if (isWide(seen, standard)) return { class: 'safe', ...rangeOf(seen) }
  }
  const keep = (witness: Witness | null) => {
    if (witness) witnesses.push(witness)
    see(witness)
  }
  const least = wholeExtreme(asked, placed, 'least')
  const greatest = wholeExtreme(asked, placed, 'greatest')
  if (!least || !greatest) return UNPROVEN
  keep(least.witness)
  keep(greatest.witness)
  const low = Math.ceil(least.bound + known - NEAR) + 0
  const high = Math.floor(greatest.bound + known + NEAR) + 0
  for (let value = low + 1; value < Math.min(high, low + 2 * standard.k) && seen.size < standard.k; value++)
    if (!seen.has(value)) keep(firstFrom(asked, placed, value - known))
  const values = high === low ? 1 : Number.isFinite(high - low) ? seen.size : Number.POSITIVE_INFINITY
  return {
    class: classOf(low, high, values, standard),
    low,
    high,
    values,
    witnesses: rangeOf(seen).witnesses,
  }
}

const isWide = (seen: ReadonlyMap<number, Witness>, { width, k }: Standard) => {
  if (seen.size < k) return false
  const { low, high } = rangeOf(seen)
  return high - low >= width
}

/** The least and greatest value seen, with a table for each. */
function rangeOf(seen: ReadonlyMap<number, Witness>) {
  const low = Math.min(...seen.keys())
  const high = Math.max(...seen.keys())
  const [first, last] = [seen.get(low), seen.get(high)]
  return {
    low,
    high,
    values: seen.size,
    witnesses: first && last && low < high ? ([first, last] as const) : null,
  }
}

/** By real numbers first; by whole ones where the real answer is not whole. */
function wholeExtreme(asked: Asked, form: Placed, direction: 'least' | 'greatest') {
  const real = asked.extreme(form, direction)
  if (!real || real.witness || !Number.isFinite(real.bound)) return real
  return asked.extreme(form, direction, { whole: true })
}

/** A table with the form at the first value from one on that is possible. */
function firstFrom(asked: Asked, form: Placed, value: number): Witness | null {
  const real = asked.extreme(form, 'least', { from: value })
  return real?.witness ?? asked.extreme(form, 'least', { whole: true, from: value })?.witness ?? null
}

function classOf(low: number, high: number, values: number, { width, k }: Standard): Class {
  if (high - low < NEAR) return 'E0 exact'
  if (values < 3) return 'E1 fewer than three values'
  if (high - low < width || values < k) return 'E2 narrow'
  return 'safe'
}
