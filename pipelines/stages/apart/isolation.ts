import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from './limits.ts'

/**
 * What can stand between a hostile file and the machine. The first three hold on any system; `usage-watched` and
 * `kernel-limits` need Linux, the rest bubblewrap and leave to make namespaces.
 */
export const protections = [
  'no-environment',
  'no-file-writing',
  'heap-limit',
  'usage-watched',
  'kernel-limits',
  'no-network',
  'no-other-files',
  'other-user',
] as const
export type Protection = (typeof protections)[number]
export type Isolation = { inForce: Protection[]; missing: Protection[] }

/** What a process apart runs, and the folders and files it may read: those of the program alone. */
export type Program = { script: string; readable: readonly string[] }
export type IsolatedCommand = { command: string; args: string[]; tellsProcess: boolean }
type Tools = { prlimit: string | null; bubblewrap: string | null }

const project = join(import.meta.dirname, '..', '..', '..')
const within = (...names: string[]) => names.map((name) => join(project, name))
export const readingProgram: Program = {
  script: join(import.meta.dirname, 'decode-child.ts'),
  readable: within('package.json', 'pipelines', 'indicators', 'node_modules'),
}

const libraries = ['/lib', '/lib64', '/usr/lib', '/usr/lib64', '/etc/ld.so.cache']
const NOBODY = '65534'
const MEBIBYTE = 1024 * 1024
let found: Tools | null = null

/** What is in force on this machine when a file is read, and what it lacks. */
export function isolation(): Isolation {
  const { prlimit, bubblewrap } = findTools()
  const inForce = protections.filter((protection) => {
    if (protection === 'usage-watched') return existsSync('/proc/self/status')
    if (protection === 'kernel-limits') return prlimit !== null
    if (['no-network', 'no-other-files', 'other-user'].includes(protection)) return bubblewrap !== null
    return true
  })
  return { inForce, missing: protections.filter((protection) => !inForce.includes(protection)) }
}

/** The command that runs a program apart, with everything this machine has against what it may do. */
export function isolatedCommand(program: Program, limits: Limits, tools: Tools): IsolatedCommand {
  const command = [
    ...(tools.prlimit ? [tools.prlimit, ...kernelLimits(limits), '--'] : []),
    ...(tools.bubblewrap ? [tools.bubblewrap, ...namespaces(program), '--json-status-fd', '3', '--'] : []),
    ...node(program, limits),
  ]
  return { command: command[0] ?? '', args: command.slice(1), tellsProcess: tools.bubblewrap !== null }
}

const kernelLimits = ({ addressMebibytes, cpuMs, kept }: Limits) => [
  `--as=${addressMebibytes * MEBIBYTE}`,
  `--cpu=${kept ? 60 * (cpuMs / 1000) : 2 * (cpuMs / 1000)}`,
  '--fsize=0',
  '--core=0',
  '--nofile=64',
]

/** Nothing but the program and the libraries it is linked with, to be read; no network, no other process, nobody's rights. */
const namespaces = ({ readable }: Program) => [
  ...['--unshare-all', '--die-with-parent', '--as-pid-1', '--new-session', '--clearenv'],
  ...['--uid', NOBODY, '--gid', NOBODY, '--cap-drop', 'ALL', '--chdir', '/'],
  ...libraries.flatMap((path) => ['--ro-bind-try', path, path]),
  ...[realpathSync(process.execPath), ...readable].flatMap((path) => ['--ro-bind', path, path]),
]

/** Without the last flag the program reserves more addresses than it is allowed. */
const node = ({ script, readable }: Program, { heapMebibytes }: Limits) => [
  realpathSync(process.execPath),
  `--max-old-space-size=${heapMebibytes}`,
  '--max-semi-space-size=8',
  '--permission',
  ...[...readable, ...readable.map((path) => realpathSync(path))].map((path) => `--allow-fs-read=${path}`),
  '--disallow-code-generation-from-strings',
  '--disable-wasm-trap-handler',
  script,
]

/** The tools this machine has and may use: a container often has bubblewrap and no leave to make namespaces. */
export function findTools(): Tools {
  if (found) return found
  const prlimit = installed('prlimit')
  const bubblewrap = installed('bwrap')
  const works =
    bubblewrap &&
    spawnSync(
      bubblewrap,
      [...namespaces(readingProgram), '--', realpathSync(process.execPath), '--version'],
      {
        env: {},
        stdio: 'ignore',
        timeout: 10_000,
      },
    ).status === 0
  found = { prlimit, bubblewrap: works ? bubblewrap : null }
  return found
}

const installed = (tool: string) =>
  ['/usr/bin', '/bin', '/usr/local/bin'].map((folder) => join(folder, tool)).find(existsSync) ?? null
