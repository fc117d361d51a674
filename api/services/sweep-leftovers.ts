import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from './context.ts'

/** What is written aside carries the number of its process. */
const aside = /(?:\.making-|\.recomputing-|\.rebuilding-|\.partial-|\.spill-)(\d+)|\.(\d+)\.part$/

/**
 * Removes what was left half-written by processes that run no more: nothing of it ever counted.
 *
 * Shape   the paths that were removed
 */
export async function sweepLeftovers({ paths }: Pick<Context, 'paths'>): Promise<string[]> {
  const kept = existsSync(paths.raw) ? await readdir(paths.raw) : []
  const folders = [paths.data, paths.releases, paths.warehouse, paths.slices].concat(
    kept.map((name) => join(paths.raw, name)),
  )
  const left: string[] = []
  for (const folder of folders.filter((path) => existsSync(path)))
    for (const name of await readdir(folder)) {
      const [, one, other] = aside.exec(name) ?? []
      const by = Number(one ?? other)
      if (by && !isRunning(by)) left.push(join(folder, name))
    }
  for (const path of left) await rm(path, { recursive: true, force: true })
  return left
}

/** One that has ended and that nobody has asked after yet is still there, and runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const status = `/proc/${pid}/status`
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}
