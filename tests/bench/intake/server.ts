// The internal edition's server without pages, for measuring. Says its port, then answers until it is stopped.

import { createApp } from '../../../api/http/app.ts'
import { listen } from '../../../api/http/listen.ts'
import { startChecking } from '../../../api/services/checking.ts'
import { openContext } from '../../../api/services/context.ts'
import { openShelf } from '../../../api/services/read-release.ts'
import { plainReports } from '../../helpers/plain-report.ts'
import { cookieIn } from '../../helpers/signed-in.ts'

const context = openContext({ env: process.env })
const checking = startChecking(context)
const app = createApp({
  shelf: openShelf(context, 'internal'),
  open: openShelf(context, 'public'),
  accounts: context,
  renderer: {
    renderPage: async () => ({ status: 404, html: '', key: '' }),
    pageKey: () => null,
    renderDoor: () => '',
    renderDesk: () => '',
    reports: plainReports,
    assets: { script: '', style: '', preload: [] },
  },
  files: new Map(),
  log: (entry) => console.error(entry),
  checking,
})
const { port } = await listen(app, 0, '127.0.0.1')
process.send?.({ port, ...cookieIn(context) })
setInterval(() => process.send?.({ rss: process.memoryUsage().rss }), 50).unref()
process.on('message', () => process.exit())
