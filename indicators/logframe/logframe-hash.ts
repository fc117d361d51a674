import { createHash } from 'node:crypto'
import type { Logframe } from '../model/logframe.ts'

/** SHA-256 of everything the definitions say, whatever the order of their keys or the shape of their files. */
export const logframeHash = (logframe: Logframe) =>
  createHash('sha256').update(JSON.stringify(logframe, sortedKeys)).digest('hex')

const sortedKeys = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
