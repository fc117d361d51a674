import { added } from '../compute/figure.ts'
import { TOTAL } from '../model/breakdown.ts'
import type { AskedMeasure, AskedWindow } from '../model/evidence.ts'
import type { Exclusion } from '../model/explanation.ts'
import { quarterOf } from '../model/period.ts'
import type { KnownElement, Unit } from '../model/readings.ts'
import type { Reading } from './reading.ts'
import { daysOf, openSlots, shareOfSlots, slotsOf, stepOf } from './slots.ts'

export type Use = 'counted' | Exclusion
export type UsedReading = { reading: Reading; use: Use }
/** A stretch of a unit for which nothing was delivered. */
export type Gap = { why: 'missing' | 'not_due'; periodStart: string; periodEnd: string }

/** What one unit says of one measure in one window, reading by reading. */
export type UnitUse = {
  unit: Unit
  used: UsedReading[]
  gaps: Gap[]
  /** What the unit adds: `weight` × the sum of `numbers`; null where nothing counts. */
  value: number | null
  numbers: number[]
  weight: number
  excused: number
  withheld: number
  /** The latest value is of an earlier period than the present one. */
  carried: boolean
}

export type Asking = {
  measure: AskedMeasure
  window: AskedWindow
  element: KnownElement
  /** Reports not due yet, as `KAZ 2021-Q2`. */
  awaited: ReadonlySet<string>
}

/**
 * How the readings of one unit are used by one measure in one window.
 *
 * Reads   `readings` of the unit, of which those of other cells are left out
 * Source  docs/methods.md, "From facts to a country"
 */
export function unitUse(asking: Asking, unit: Unit, readings: readonly Reading[]): UnitUse {
  const own = ownWords(readings, asking.measure.cell)
  return asking.measure.rule === 'last' ? latestOf(asking, unit, own) : insideOf(asking, unit, own)
}

/** What does not apply as a whole does not apply to any of its cells, unless the cell says something itself. */
function ownWords(readings: readonly Reading[], cell: string): Reading[] {
  const own = readings.filter((reading) => reading.cell === cell)
  const said = new Set(own.filter(({ state }) => state !== 'missing').map(periodOf))
  const inherited = readings.filter(
    (reading) =>
      cell !== TOTAL &&
      reading.cell === TOTAL &&
      reading.state === 'not_applicable' &&
      !said.has(periodOf(reading)),
  )
  return [...own, ...inherited]
}

const periodOf = ({ fact }: Reading) => `${fact?.periodStart} ${fact?.periodEnd}`

type Known = Reading & { fact: NonNullable<Reading['fact']> }
const isKnown = (reading: Reading): reading is Known => reading.fact !== null

const numberOf = ({ fact }: Known, { kind }: KnownElement) => fact.value ?? (kind === 'text' ? 1 : 0)

function insideOf({ measure, window, element, awaited }: Asking, unit: Unit, readings: readonly Reading[]) {
  const { opens, closes } = window
  const used = readings.flatMap((reading): UsedReading[] => {
    const { periodStart, periodEnd } = reading.fact ?? reading.from
    if (periodEnd < opens || periodStart > closes) return []
    if (!isKnown(reading)) return [{ reading, use: 'covered' }]
    if (periodStart < opens || periodEnd > closes)
      return [{ reading, use: reading.fact.joined ? 'cut' : 'straddles' }]
    return [{ reading, use: useOf(reading) }]
  })
  const counted = countedIn(used)
  const step = stepOf(element.frequency)
  const isOpenThen = ({ reading }: UsedReading) => isOpenOn(unit, (reading.fact ?? reading.from).periodEnd)
  const excused = used
    .filter((one) => one.use === 'not_applicable' && isOpenThen(one))
    .flatMap(({ reading }) => reading.fact ?? [])
    .reduce((sum, fact) => sum + shareOf(fact, measure, step), 0)
  const outside = used.filter((one) => one.use === 'counted' && !isOpenThen(one)).length
  const [from, to] = openIn(unit, window, step)
  const expected = Math.max(0, to - from + 1) - excused + outside
  const all = window.lastSlot - window.firstSlot + 1
  const weight = measure.rule === 'mean_of_period_ends' ? expected / (counted.length * all) : 1
  const numbers = chosen(
    measure.rule,
    counted.map((reading) => numberOf(reading, element)),
  )
  return {
    unit,
    used,
    gaps: gapsIn(used, from, to, step, unit, awaited),
    value: counted.length === 0 ? null : weight === 1 ? added(numbers) : weight * added(numbers),
    numbers,
    weight,
    excused,
    withheld: used.filter(({ use }) => use === 'withheld').length,
    carried: false,
  }
}

/** Of the lowest and the highest one number is left. */
const chosen = (rule: AskedMeasure['rule'], numbers: number[]) =>
  numbers.length === 0 || (rule !== 'min' && rule !== 'max') ? numbers : [Math[rule](...numbers)]

const shareOf = ({ periodStart, periodEnd }: Known['fact'], { rule }: AskedMeasure, step: number) =>
  rule === 'sum' ? shareOfSlots(periodStart, periodEnd, step) : 1

const useOf = ({ state }: Reading): Use =>
  state === 'observed' || state === 'suppressed' ? 'counted' : state

const countedIn = (used: readonly UsedReading[]): Known[] =>
  used
    .filter(({ use }) => use === 'counted')
    .map(({ reading }) => reading)
    .filter(isKnown)
    .sort((a, b) => (a.fact.periodEnd < b.fact.periodEnd ? -1 : 1))

function openIn({ opened, closed }: Unit, window: AskedWindow, step: number): [number, number] {
  const [first, last] = openSlots(opened, closed, step)
  return [Math.max(first, window.firstSlot), Math.min(last, window.lastSlot)]
}

/** The own periods of an open unit of which nothing was delivered, as few stretches. */
function gapsIn(
  used: readonly UsedReading[],
  from: number,
  to: number,
  step: number,
  unit: Unit,
  awaited: ReadonlySet<string>,
): Gap[] {
  const told = new Set<number>()
  for (const { reading, use } of used) {
    if (use === 'straddles' || use === 'cut' || use === 'covered') continue
    const { periodStart, periodEnd } = reading.fact ?? reading.from
    const [first, last] = slotsOf(periodStart, periodEnd, step)
    for (let slot = first; slot <= last; slot++) told.add(slot)
  }
  const gaps: (Gap & { last: number })[] = []
  for (let slot = from; slot <= to; slot++) {
    if (told.has(slot)) continue
    const days = daysOf(slot, slot, step)
    const why = awaited.has(`${unit.code.slice(0, 3)} ${quarterOf(days.periodEnd)}`) ? 'not_due' : 'missing'
    const before = gaps.at(-1)
    if (before?.last === slot - 1 && before.why === why)
      Object.assign(before, { last: slot, periodEnd: days.periodEnd })
    else gaps.push({ why, ...days, last: slot })
  }
  return gaps.map(({ last: _, ...gap }) => gap)
}

/** The unit's last word counts if it is not too old and the unit still open; a refusal follows nothing. */
function latestOf({ window, element, awaited }: Asking, unit: Unit, readings: readonly Reading[]): UnitUse {
  const { closes, freshFrom } = window
  const words = readings.filter(isKnown).filter(({ fact }) => fact.periodEnd <= closes)
  const last = words
    .filter(({ state }) => state !== 'withheld' && state !== 'missing')
    .sort(byDay)
    .at(-1)
  const isOpen = isOpenOn(unit, closes)
  const isFresh = last !== undefined && last.fact.periodEnd >= freshFrom
  const use = lastUse(last, unit, window)
  const used = words.flatMap((reading): UsedReading[] => {
    if (reading === last) return [{ reading, use }]
    if (reading.fact.periodEnd < freshFrom) return []
    const isOvertaken = reading.state === 'observed' || reading.state === 'not_applicable'
    return [{ reading, use: isOvertaken ? 'superseded' : useOf(reading) }]
  })
  const told = used.some((one) => one.reading.fact !== null && one.reading.fact.periodEnd >= freshFrom)
  const numbers = use === 'counted' && last ? [numberOf(last, element)] : []
  return {
    unit,
    used: used.filter((one) => one.use !== 'stale' || isOpen),
    gaps: isOpen && !told && use !== 'counted' ? [gapUntil(unit, freshFrom, closes, awaited)] : [],
    value: numbers[0] ?? null,
    numbers,
    weight: 1,
    excused: use === 'not_applicable' && isOpen ? 1 : 0,
    withheld: used.filter((one) => one.use === 'withheld').length,
    carried: use === 'counted' && !isFresh,
  }
}

function lastUse(last: Known | undefined, unit: Unit, { closes, freshFrom, lastFrom }: AskedWindow): Use {
  if (!last) return 'missing'
  const { periodEnd } = last.fact
  if (periodEnd < lastFrom) return 'stale'
  const wasOpen = unit.opened === null || unit.opened <= periodEnd
  if (periodEnd < freshFrom && !(wasOpen && isOpenOn(unit, closes))) return 'closed'
  return useOf(last)
}

const isOpenOn = ({ opened, closed }: Unit, day: string) =>
  (opened === null || opened <= day) && (closed === null || closed >= day)

/** Of two words on the same day a number is the later one, and the longer stretch. */
function byDay(a: Known, b: Known): number {
  const order = (one: Known) => `${one.fact.periodEnd} ${one.state === 'observed' ? 1 : 0}`
  if (order(a) !== order(b)) return order(a) < order(b) ? -1 : 1
  return a.fact.periodStart > b.fact.periodStart ? -1 : 1
}

function gapUntil(unit: Unit, periodStart: string, periodEnd: string, awaited: ReadonlySet<string>): Gap {
  const isAwaited = awaited.has(`${unit.code.slice(0, 3)} ${quarterOf(periodEnd)}`)
  return { why: isAwaited ? 'not_due' : 'missing', periodStart, periodEnd }
}
