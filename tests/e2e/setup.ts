import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Addresses, startWaymark } from './waymark-process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    addresses: Addresses
    data: string
  }
}

/** One demonstration, made and served as a user would, for all browser tests. */
export async function setup(project: TestProject) {
  const data = mkdtempSync(join(tmpdir(), 'waymark-e2e-'))
  const { addresses, stop } = await startWaymark(data)
  project.provide('addresses', addresses)
  project.provide('data', data)
  return async () => {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
