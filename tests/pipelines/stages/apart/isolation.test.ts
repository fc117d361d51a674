import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  findTools,
  isolation,
  type Program,
  protections,
  readingProgram,
} from '../../../../pipelines/stages/apart/isolation.ts'
import type { Limits } from '../../../../pipelines/stages/apart/limits.ts'
import { ReaderStopped } from '../../../../pipelines/stages/apart/reader-stopped.ts'
import { type Reader, startReader } from '../../../../pipelines/stages/apart/start-reader.ts'
import type { Misdeed } from './misbehave.ts'

const here = import.meta.dirname
const program: Program = {
  script: join(here, 'misbehave.ts'),
  readable: [...readingProgram.readable, here],
}
const limits: Limits = {
  cpuMs: 5000,
  wallMs: 60_000,
  residentMebibytes: 256,
  heapMebibytes: 128,
  addressMebibytes: 2048,
  kept: true,
}
const bare = { prlimit: null, bubblewrap: null }
const folder = mkdtempSync(join(tmpdir(), 'waymark-apart-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function ask(reader: Reader, misdeed: Misdeed): Promise<unknown> {
  let answer: unknown
  await reader.ask(misdeed, new Uint8Array(), (line) => {
    answer = JSON.parse(line)
    return true
  })
  return answer
}

async function asked(misdeeds: readonly Misdeed[], tools = findTools()): Promise<unknown[]> {
  const reader = await startReader(program, limits, tools)
  const answers: unknown[] = []
  for (const misdeed of misdeeds) answers.push(await ask(reader, misdeed))
  reader.stop()
  return answers
}

it('names every protection once, as in force or as missing', () => {
  const { inForce, missing } = isolation()
  expect([...inForce, ...missing].sort()).toEqual([...protections].sort())
  expect(inForce).toEqual(expect.arrayContaining(['no-environment', 'no-file-writing', 'heap-limit']))
})

describe.each([
  ['with what this machine has', findTools()],
  ['where nothing is installed', bare],
])('a process apart, %s', (_, tools) => {
  it('has no variables of the program', async () => {
    process.env.WAYMARK_SECRET = 'x'
    const [names] = await asked([{ does: 'name its variables' }], tools)
    expect((names as string[]).filter((name) => !['PWD', '_'].includes(name))).toEqual([])
  })

  it('reads no file of the machine or of the data, and writes none', async () => {
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'figures')
    const answers = await asked(
      [
        ...[secret, '/etc/passwd', '/proc/self/environ', join(here, '..', 'small-sources.ts')].map(
          (path) => ({ does: 'read', path }) as const,
        ),
        ...[join(folder, 'new'), join(here, 'new'), join(tmpdir(), 'new')].map(
          (path) => ({ does: 'write', path }) as const,
        ),
      ],
      tools,
    )
    expect(answers.filter((answer) => !String(answer).startsWith('refused'))).toEqual([])
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })

  it('starts no other program', async () => {
    expect(await asked([{ does: 'start a program' }], tools)).toEqual([expect.stringMatching(/^refused/)])
  })

  it.each([
    ['a loop', 'loop', 'time'],
    ['a heap that grows', 'fill the heap', 'memory'],
    ['memory outside the heap', 'fill buffers', 'memory'],
    ['a death', 'die', 'memory'],
  ] as const)('is ended by %s', async (_name, does, reason) => {
    const own = does === 'loop' ? { ...limits, cpuMs: 200 } : limits
    const reader = await startReader(program, own, tools)
    const error = await ask(reader, { does }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ReaderStopped)
    expect((error as ReaderStopped).reason).toBe(reason)
  })
})

describe.runIf(findTools().bubblewrap)('in namespaces of its own, a process apart', () => {
  it('reaches no network', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await asked([{ does: 'connect', port }], bare)).toEqual(['reached'])
    expect(await asked([{ does: 'connect', port }])).toEqual([expect.stringMatching(/^refused/)])
    server.close()
  })

  it('is nobody', async () => {
    expect(await asked([{ does: 'name its user' }])).toEqual([65_534])
  })
})
