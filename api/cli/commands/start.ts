import { portIsFree } from '../../http/listen.ts'
import { inventPeople, refuseInvented } from '../../services/accounts/demonstration.ts'
import { command, portOf } from '../command.ts'
import { prepareDemonstration } from '../prepare-demonstration.ts'
import { serveUntilStopped } from '../serve-until-stopped.ts'
import { showInvented } from '../show-invented.ts'
import { withContext } from '../with-context.ts'

export const startCommand = command({
  name: 'start',
  usage: '[--port 8080] [--internal-port 8081]',
  summary: 'Makes the demonstration where there is nothing yet, then serves both editions',
  help: [
    '--port NUMBER            of the public edition, 8080 unless said',
    '--internal-port NUMBER   of the internal edition, 8081 unless said; it opens on this machine only',
  ],
  options: {
    port: { type: 'string', default: '8080' },
    'internal-port': { type: 'string', default: '8081' },
  },
  async run({ values, env, terminal }) {
    const wanted = [
      { edition: 'public', port: portOf(values.port, 'start') },
      { edition: 'internal', port: portOf(values['internal-port'], 'start') },
    ] as const
    // Minutes of work should not end in a port that was taken all along.
    for (const { port } of wanted) await portIsFree(port)
    const condition = await prepareDemonstration(env, terminal)
    return withContext(env, terminal, async (context) => {
      if (condition === 'own-data') refuseInvented(context)
      else for (const line of showInvented(context, await inventPeople(context))) terminal.say(line)
      return serveUntilStopped(context, wanted, terminal)
    })
  },
})
