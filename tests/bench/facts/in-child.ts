import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Works } from './child.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('./child.ts', import.meta.url))

/**
 * Does one piece of work in a fresh process.
 *
 * Unit    `peakMB` is the most memory it ever held, Node included, in MiB
 * Errors  whatever the work throws, in its words
 */
export async function inChild<Name extends keyof Works>(name: Name, given: Parameters<Works[Name]>[0]) {
  const { stdout, stderr } = await run(process.execPath, [child, name, JSON.stringify(given)]).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  )
  if (stdout === '') throw new Error(`${name}: ${stderr.trim()}`)
  return JSON.parse(stdout) as Awaited<ReturnType<Works[Name]>> & { peakMB: number }
}
