// A program that does, when asked, what a subverted parser would do. Run apart by isolation.test.ts.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { receive, say } from '../../../../pipelines/stages/apart/wire.ts'

export type Misdeed =
  | {
      does:
        | 'loop'
        | 'fill the heap'
        | 'fill buffers'
        | 'die'
        | 'name its variables'
        | 'name its user'
        | 'start a program'
    }
  | { does: 'read' | 'write'; path: string }
  | { does: 'connect'; port: number }

const hoard: unknown[] = []

const reach = (port: number) =>
  new Promise((resolve, reject) => {
    connect(port, '127.0.0.1')
      .on('connect', () => resolve('reached'))
      .on('error', reject)
  })

await say('ready')
for await (const { question } of receive(process.stdin))
  await say(await does(question as Misdeed).catch((error) => `refused: ${error.message}`))

async function does(misdeed: Misdeed): Promise<unknown> {
  if (misdeed.does === 'loop') for (;;) Math.random()
  if (misdeed.does === 'fill the heap') for (;;) hoard.push(Array.from({ length: 1000 }, Math.random))
  if (misdeed.does === 'fill buffers') for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, 1))
  if (misdeed.does === 'die') process.abort()
  if (misdeed.does === 'name its variables') return Object.keys(process.env)
  if (misdeed.does === 'name its user') return process.getuid?.()
  if (misdeed.does === 'start a program') return spawnSync('/bin/ls').status
  if (misdeed.does === 'read') return readFileSync(misdeed.path, 'latin1')
  if (misdeed.does === 'write') return writeFileSync(misdeed.path, 'x')
  if (misdeed.does === 'connect') return reach(misdeed.port)
  return 'done'
}
