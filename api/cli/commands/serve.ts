import { refuseInvented } from '../../services/accounts/demonstration.ts'
import { readersOf } from '../../services/readers.ts'
import { command, oneOf, portOf } from '../command.ts'
import { serveUntilStopped } from '../serve-until-stopped.ts'
import { withContext } from '../with-context.ts'

export const serveCommand = command({
  name: 'serve',
  usage: '[--edition public|internal] [--port 8080]',
  summary: 'Serves one edition of what has been published',
  help: [
    '--edition NAME   public (the default) or internal; the internal one opens on this machine only',
    '--port NUMBER    8080 for the public, 8081 for the internal edition unless said',
  ],
  options: { edition: { type: 'string', default: 'public' }, port: { type: 'string' } },
  run: ({ values, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const edition = oneOf(['public', 'internal'], values.edition, 'an edition', 'serve')
      const port = portOf(values.port ?? (edition === 'public' ? '8080' : '8081'), 'serve')
      if (edition === 'internal' || readersOf(env).who === 'invited') refuseInvented(context)
      return serveUntilStopped(context, [{ edition, port }], terminal)
    }),
})
