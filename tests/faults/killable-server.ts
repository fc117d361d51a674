import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type KillableServer = {
  site: string
  /** Ends it and all it has started at once, as a power cut would; resolves when nothing of it runs any more. */
  kill(): Promise<void>
}

/** The internal edition of a data folder in a group of processes of its own, as `waymark serve` starts it. */
export async function startServer(data: string): Promise<KillableServer> {
  const child = spawn(
    process.execPath,
    ['api/cli/main.ts', 'serve', '--edition', 'internal', '--port', '0'],
    { env: { ...process.env, WAYMARK_DATA: data }, stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const site = await addressSaidBy(child)
  return {
    site,
    async kill() {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

async function addressSaidBy({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server says nothing.')
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/localhost:\d+/.exec(line) ?? []
    if (address) {
      stdout.resume()
      return address
    }
  }
  throw new Error('The server ended before it could be asked.')
}
