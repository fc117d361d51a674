import type { LinkedTables } from '../../../../indicators/protect/suppress/linked-tables.ts'
import { tablesFrom } from './tables-from.ts'

type Cube = {
  countries: number
  regions: number
  facilities: number
  ages: number
  women: number
  seed: number
}

const SMALL = 5

/** A repeatable stream of numbers from 0 to 1. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Facilities by sex and age: country by sex and age, region by sex and by age, facility by sex alone. */
export function cube({ countries, regions, facilities, ages, women, seed }: Cube): LinkedTables {
  const random = randomFrom(seed)
  const counts: number[] = []
  const cellsAt = new Map<string, number[]>()
  const put = (key: string, cell: number) => cellsAt.set(key, [...(cellsAt.get(key) ?? []), cell])
  for (let facility = 0; facility < facilities; facility += 1) {
    const region = facility % (countries * regions)
    const country = region % countries
    const size = 10 + Math.floor(random() ** 2 * 200)
    for (const sex of ['f', 'm'])
      for (let age = 0; age < ages; age += 1) {
        const share = (sex === 'f' ? women : 1 - women) * (age === 0 ? 0.1 : 0.9 / (ages - 1))
        const cell =
          counts.push(
            Math.max(0, Math.round(size * share + (random() - 0.5) * 3 * Math.sqrt(size * share))),
          ) - 1
        for (const place of ['all', `c${country}`, `r${region}`])
          for (const by of ['', `|${sex}`, `|a${age}`]) put(`${place}${by}`, cell)
        for (const place of ['all', `c${country}`]) put(`${place}|${sex}|a${age}`, cell)
        for (const by of ['', `|${sex}`]) put(`f${facility}${by}`, cell)
      }
  }
  return tablesFrom(
    counts,
    [...cellsAt].map(([id, of]) => ({ id, of })),
    SMALL,
  )
}
