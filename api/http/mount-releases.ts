import { getPublishing } from '../contract/releases/get-publishing.ts'
import { getReleases } from '../contract/releases/get-releases.ts'
import { previewRelease } from '../contract/releases/preview-release.ts'
import { publishRelease } from '../contract/releases/publish-release.ts'
import { withdrawRelease } from '../contract/releases/withdraw-release.ts'
import type { Context } from '../services/context.ts'
import { publishingDesk } from '../services/releases/publishing.ts'
import { releasesTold } from '../services/releases/tell-releases.ts'
import { withdraw } from '../services/releases/withdraw.ts'
import type { Work } from '../services/submissions/tasks.ts'
import type { Log } from './problem-response.ts'
import type { App } from './serve.ts'
import { take } from './take.ts'

/** How releases are made and withdrawn. */
export function mountReleases(app: App, context: Context, work: Work, log: Log) {
  const desk = publishingDesk(work, (error) =>
    log({ level: 'error', doing: 'publish', error: (error as Error)?.stack ?? String(error) }),
  )
  take(app, context, getReleases, () => releasesTold(context))
  take(app, context, getPublishing, () => desk.now())
  take(app, context, publishRelease, ({ sent, signed }) => desk.publish(signed.account.id, sent.notes))
  take(app, context, previewRelease, ({ signed }) => desk.preview(signed.account.id))
  take(app, context, withdrawRelease, ({ sent, signed }) => {
    withdraw(context, signed.account, sent)
    return releasesTold(context)
  })
}
