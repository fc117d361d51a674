import { Unreadable } from './unreadable.ts'

/**
 * Holds the cells a reader took against those its file has, counted another way.
 *
 * Errors  `Unreadable` where they differ: no reader may lose a figure in silence
 */
export function checkCount(held: number, read: number): void {
  if (held !== read) throw new Unreadable('cells-lost', `${read} / ${held}`)
}
