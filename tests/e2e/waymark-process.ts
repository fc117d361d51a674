import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Addresses = { public: string; internal: string }

const main = 'api/cli/main.ts'
const environment = (data: string) => ({ ...process.env, WAYMARK_DATA: data, UV_THREADPOOL_SIZE: '16' })

/** Runs one command to its end. */
export async function waymark(data: string, ...words: string[]) {
  const child = spawn(process.execPath, [main, ...words], {
    env: environment(data),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code: code as number, out, err }
}

/** Starts both editions on free ports and waits for their addresses; the demonstration is made where there is none. */
export async function startWaymark(data: string): Promise<{ addresses: Addresses; stop(): Promise<void> }> {
  const words = [main, 'start', '--port', '0', '--internal-port', '0', '--json']
  const child = spawn(process.execPath, words, {
    env: environment(data),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const addresses = await addressesFrom(child)
  return {
    addresses,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Reads what the process says until it is one whole JSON text. */
async function addressesFrom(child: ChildProcess): Promise<Addresses> {
  if (!child.stdout) throw new Error('The process has no output to read addresses from.')
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const served = whole<{ edition: keyof Addresses; address: string }[]>(said)
    if (!served) continue
    return Object.fromEntries(served.map(({ edition, address }) => [edition, address])) as Addresses
  }
  throw new Error('Waymark ended before it served anything.')
}

function whole<Said>(text: string): Said | null {
  try {
    return JSON.parse(text) as Said
  } catch {
    return null
  }
}
