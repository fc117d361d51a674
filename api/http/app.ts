import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { endpoints } from '../contract/all.ts'
import { waysIn } from '../contract/rights.ts'
import type { Provider } from '../services/accounts/provider.ts'
import type { Checking } from '../services/checking.ts'
import type { Context } from '../services/context.ts'
import { Problem } from '../services/problem.ts'
import type { Shelf } from '../services/read-release.ts'
import type { Readers } from '../services/readers.ts'
import type { Work } from '../services/submissions/tasks.ts'
import { refuseOtherHosts } from './hosts.ts'
import { mountComingIn, mountPasskeys, mountPeople } from './mount-accounts.ts'
import { mountApi } from './mount-api.ts'
import { mountCheck } from './mount-check.ts'
import { mountDesks } from './mount-desks.ts'
import { mountDoors } from './mount-doors.ts'
import { mountJournal } from './mount-journal.ts'
import { mountOpenid } from './mount-openid.ts'
import { mountPages } from './mount-pages.ts'
import { mountReleases } from './mount-releases.ts'
import { mountReport } from './mount-report.ts'
import { mountSubmissions } from './mount-submissions.ts'
import type { Renderer } from './pages.ts'
import { type Log, problemResponse } from './problem-response.ts'
import { respond } from './respond.ts'
import { securityHeaders } from './security-headers.ts'
import type { App } from './serve.ts'
import { innerSight, invitedSight, openSight, type Sight } from './sight.ts'
import { isNamedByContent, type StaticFiles } from './static-files.ts'
import { viewCache } from './view-cache.ts'

/** All an edition's server has: one edition of the releases, the built pages, and files known when it started. */
export type Site = {
  shelf: Shelf
  renderer: Renderer
  files: StaticFiles
  log: Log
  /** What checks sent files, where files may be sent. */
  checking?: Checking | undefined
  /** What holds the accounts, where people may sign in. */
  accounts?: Context | undefined
  /** What does the long part of what people ask for, where they may. */
  work?: Work | undefined
  /** The public edition of the same releases: what people see of the internal one who may not see it all. */
  open?: Shelf | undefined
  /** Where else people show who they are. */
  provider?: Provider | null
  /** Who may read a public edition; anyone where nothing is said. */
  readers?: Readers | undefined
}

/**
 * The server of one edition.
 *
 * A public shelf holds that edition's files only: there is no path from it to the other one, to the warehouse
 * or to an original file. Of the internal one nobody sees anything who has not signed in.
 */
export function createApp(site: Site): App {
  const { shelf, renderer, files, log, checking, accounts, work, readers, provider = null } = site
  const sight = sightOf(site)
  const app: App = new Hono()
  const headers = Object.entries(securityHeaders(renderer.assets.style))
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    if (shelf.edition === 'public' && readers?.address) c.set('address', readers.address)
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
  })
  app.use(async (c, next) => {
    if (shelf.edition === 'internal') refuseOtherHosts(c.req.header('host'))
    const allowed = methodsAt(sight, c.req.path)
    if (!allowed.includes(c.req.method))
      throw new Problem('method-not-allowed', { allowed: allowed.join(', ') })
    await next()
  })
  app.use(async (c, next) => {
    const file = files.get(c.req.path)
    if (!file) return next()
    const cache = isNamedByContent(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache'
    return respond(c, file, { cache })
  })
  const views = viewCache()
  mountApi(app, shelf, sight, views)
  mountReport(app, sight, renderer)
  if (checking) mountCheck(app, sight, checking, log)
  if (accounts) {
    mountComingIn(app, accounts)
    mountOpenid(app, accounts, provider)
    mountPasskeys(app, accounts)
    mountDoors(app, accounts, renderer, { edition: shelf.edition, provider })
    if (shelf.edition === 'internal') mountPeople(app, accounts)
    if (work) {
      mountSubmissions(app, accounts, work)
      mountReleases(app, accounts, work, log)
      mountJournal(app, accounts)
      mountDesks(app, accounts, renderer)
    }
  }
  mountPages(app, sight, renderer, views)
  app.notFound(() => {
    throw new Problem('not-found', {})
  })
  app.onError((error, c) => problemResponse(error, c, c.get('requestId'), log, renderer.assets.style))
  return app
}

function sightOf({ shelf, accounts, open, readers }: Site): Sight {
  if (shelf.edition === 'public' && readers?.who !== 'invited') return openSight(shelf)
  if (!accounts) throw new Error('People sign in where there are accounts.')
  if (shelf.edition === 'public') return invitedSight(accounts, shelf)
  if (!open) throw new Error('Not everybody may see all of the internal edition.')
  return innerSight(accounts, shelf, open)
}

/** Everything is read; what takes something is not. */
function methodsAt({ edition, open }: Sight, address: string): readonly string[] {
  const taking = endpoints.find(({ path, method }) => path === address && method !== 'GET')
  const offered = taking?.editions.includes(edition) || (!open && waysIn.includes(taking?.id ?? ''))
  return taking && offered ? [taking.method] : ['GET', 'HEAD']
}
