import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const bin = '/usr/lib/postgresql/15/bin'

export const hasPostgres = existsSync(join(bin, 'postgres'))

/** Its server refuses to be root; then it belongs to the user who came with the package. */
function ownerOf() {
  if (process.getuid?.() !== 0) return {}
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: number('-u'), gid: number('-g') }
}

/** For two cores and facts that fit in memory; nothing here has to survive a power cut. */
const settings = {
  shared_buffers: '3GB',
  work_mem: '1GB',
  hash_mem_multiplier: '2',
  maintenance_work_mem: '1GB',
  effective_cache_size: '8GB',
  max_parallel_workers_per_gather: '2',
  max_parallel_workers: '2',
  random_page_cost: '1.1',
  max_wal_size: '16GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  fsync: 'off',
  jit: 'off',
}

export type Postgres = {
  /** Runs statements; answers what the last prints, without headers. */
  run: (sql: string) => Promise<string>
  stop: () => Promise<void>
}

/** Starts a server of its own on a socket in a new folder, and takes both away again. */
export async function startPostgres(): Promise<Postgres> {
  const owner = ownerOf()
  const folder = mkdtempSync(join(tmpdir(), 'waymark-postgres-'))
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const inFolder = { ...owner, cwd: folder }
  const database = join(folder, 'database')
  const started = ['-D', database, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(bin, 'initdb'), started, inFolder)
  const options = Object.entries({ ...settings, listen_addresses: '', unix_socket_directories: folder })
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', database, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...inFolder, stdio: 'ignore' },
  )
  const address = ['-h', folder, '-U', 'bench', '-d', 'postgres']
  const run = async (sql: string) => {
    const psql = promisify(execFile)(
      join(bin, 'psql'),
      [...address, '-XqAt', '-v', 'ON_ERROR_STOP=1', '-f', '-'],
      { ...inFolder, maxBuffer: 1e9 },
    )
    psql.child.stdin?.end(sql)
    return (await psql).stdout
  }
  while (true) {
    const { exitCode } = server
    if (exitCode !== null) throw new Error(`PostgreSQL ended with ${exitCode}.`)
    const isReady = await run('SELECT 1').then(
      () => true,
      () => false,
    )
    if (isReady) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    run,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
