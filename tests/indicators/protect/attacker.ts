import type { Computed } from '../../../indicators/compute/compute-indicators.ts'
import { persons, quarters, type Subject, subjects, weight } from './small-programme.ts'

const PRIME = 67_108_859

/**
 * Reads published values only and answers which subjects' numbers follow from them by adding and subtracting.
 *
 * Works modulo a prime, so it may find a number more than there is, never one less.
 */
export function recoverable(published: Computed['values']): Subject[] {
  const basis = new Map<number, number[]>()
  for (const row of published.flatMap(equationsOf)) insert(basis, row)
  return subjects.filter((subject) => reduce(basis, rowOf(subject)).every((value) => value === 0))
}

const rowOf = (subject: Subject) => persons.map((person) => mod(weight(subject, person)))

function equationsOf({
  indicator,
  place,
  cell,
  quarter,
  state,
  numerator,
}: Computed['values'][number]): number[][] {
  if (state !== 'observed') return []
  const at = { place, cell, from: quarters[0], to: quarter }
  const sides = indicator === 'count' || numerator === null ? (['N'] as const) : (['N', 'D'] as const)
  return sides.map((element) => rowOf({ element, ...at }))
}

const mod = (value: number) => ((value % PRIME) + PRIME) % PRIME

function reduce(basis: ReadonlyMap<number, number[]>, row: number[]): number[] {
  const left = [...row]
  for (let column = 0; column < left.length; column += 1) {
    const pivot = basis.get(column)
    const factor = left[column] ?? 0
    if (!pivot || factor === 0) continue
    for (let at = column; at < left.length; at += 1)
      left[at] = mod((left[at] ?? 0) - factor * (pivot[at] ?? 0))
  }
  return left
}

function insert(basis: Map<number, number[]>, row: number[]) {
  const left = reduce(basis, row)
  const pivot = left.findIndex((value) => value !== 0)
  if (pivot < 0) return
  const scale = inverse(left[pivot] ?? 1)
  basis.set(
    pivot,
    left.map((value) => mod(value * scale)),
  )
}

/** By Fermat: the power two less than the prime. */
function inverse(value: number): number {
  let result = 1
  let square = value
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}
