import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { usageOf } from '../apart/process-usage.ts'
import { reportOn } from '../findings/report-finding.ts'
import type { BulkAnswer, BulkRead, BulkRequest } from './bulk-file.ts'

export type BulkLimits = { wallMs: number; residentMebibytes: number }

const limits: BulkLimits = { wallMs: 600_000, residentMebibytes: 2000 }
const HEAP_MEBIBYTES = 512
const WATCH_EVERY_MS = 100
const project = join(import.meta.dirname, '..', '..', '..')
const readable = ['package.json', 'pipelines', 'indicators', 'node_modules'].map((name) =>
  join(project, name),
)

/**
 * Reads a long table in a process without environment. `watched` is told how much memory it holds, in MiB.
 *
 * Errors  `reading-stopped` as a finding where the process died or went beyond a limit; a fault of the program is thrown
 */
export function readBulkApart(
  request: BulkRequest,
  { wallMs, residentMebibytes } = limits,
  watched: (mebibytes: number) => void = () => {},
): Promise<BulkRead> {
  const allowed = [
    ...new Set([...readable, ...readable.map((path) => realpathSync(path)), request.folder, request.path]),
  ]
  const child = fork(join(import.meta.dirname, 'bulk-child.ts'), {
    env: { UV_THREADPOOL_SIZE: '8' },
    execArgv: [
      `--max-old-space-size=${HEAP_MEBIBYTES}`,
      '--permission',
      '--allow-addons',
      ...allowed.map((path) => `--allow-fs-read=${path}`),
      `--allow-fs-write=${request.folder}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearInterval(watch)
      clearTimeout(timer)
      child.removeAllListeners().on('error', () => undefined)
      child.kill('SIGKILL')
      finish()
    }
    const stop = (reason: 'memory' | 'time') => settle(() => resolve(stopped(request, reason)))
    const timer = setTimeout(() => stop('time'), wallMs)
    const watch = setInterval(() => {
      const held = usageOf(child.pid ?? 0)?.residentMebibytes ?? 0
      watched(held)
      if (held > residentMebibytes) stop('memory')
    }, WATCH_EVERY_MS)
    child.on('exit', () => stop('memory')).on('error', () => stop('memory'))
    child.on('message', (answer: BulkAnswer) =>
      settle(() => ('read' in answer ? resolve(answer.read) : reject(new Error(answer.failed)))),
    )
    child.send(request, (error) => error && stop('memory'))
  })
}

function stopped({ file, country }: BulkRequest, reason: string): BulkRead {
  const report = reportOn(file)
  report.add('reading-stopped', {}, '', { reason })
  return { country, version: 1, records: 0, slices: [], findings: report.findings, refused: false }
}
