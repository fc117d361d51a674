import { writeFileSync } from 'node:fs'
import { Problem } from '../services/problem.ts'

/** Writes what a command made. Errors: `output-unwritable` */
export function writeOutput(file: string, bytes: Uint8Array) {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new Problem('output-unwritable', { file, reason })
  }
}
