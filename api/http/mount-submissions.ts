import { rm } from 'node:fs/promises'
import { answersOf } from '../contract/check-file.ts'
import { mediaTypes } from '../contract/endpoint.ts'
import { rightTo } from '../contract/rights.ts'
import { approveSubmission } from '../contract/submissions/approve-submission.ts'
import { commentOnSubmission } from '../contract/submissions/comment-on-submission.ts'
import { compareVersions } from '../contract/submissions/compare-versions.ts'
import { getSubmission } from '../contract/submissions/get-submission.ts'
import { getSubmissions } from '../contract/submissions/get-submissions.ts'
import { returnSubmission } from '../contract/submissions/return-submission.ts'
import { sendSubmission } from '../contract/submissions/send-submission.ts'
import type { SubmissionAction } from '../contract/submissions/states.ts'
import { submitSubmission } from '../contract/submissions/submit-submission.ts'
import { takeSubmission } from '../contract/submissions/take-submission.ts'
import { undoSubmission } from '../contract/submissions/undo-submission.ts'
import { withdrawSubmission } from '../contract/submissions/withdraw-submission.ts'
import type { Signed } from '../services/accounts/sessions.ts'
import type { Context } from '../services/context.ts'
import { keptDefinitions } from '../services/kept-definitions.ts'
import { receiveFile } from '../services/receive-file.ts'
import { comment } from '../services/submissions/comment.ts'
import { dueFor } from '../services/submissions/due.ts'
import { type AskedStep, takeStep } from '../services/submissions/steps.ts'
import { submit } from '../services/submissions/submit.ts'
import type { Work } from '../services/submissions/tasks.ts'
import { detailFor, lineFor, submissionsFor } from '../services/submissions/tell.ts'
import { authorise } from './authorise.ts'
import { refuseOtherOrigins, siteOf } from './hosts.ts'
import { type App, inputOf } from './serve.ts'
import { take } from './take.ts'
import { refuseOtherBodies } from './take-body.ts'

/** How files are sent, looked at and decided about. */
export function mountSubmissions(app: App, context: Context, work: Work) {
  const definitions = keptDefinitions(context.paths.mappings)
  const stepped =
    (action: SubmissionAction) =>
    ({ sent, signed: { account } }: { sent: Omit<AskedStep, 'action'>; signed: Signed }) => {
      takeStep(context, account, { ...sent, action })
      return lineFor(context, account, sent.id)
    }
  mountSending(app, context, work)
  take(app, context, getSubmissions, ({ signed: { account } }) => ({
    submissions: submissionsFor(context, account),
    due: dueFor(context, account, definitions()),
  }))
  take(app, context, getSubmission, ({ signed, c }) =>
    detailFor(context, signed.account, inputOf(c, getSubmission), definitions()),
  )
  take(app, context, compareVersions, ({ signed, c }) =>
    work.do('compare', signed.account.id, inputOf(c, compareVersions)),
  )
  take(app, context, commentOnSubmission, ({ sent, signed }) => comment(context, signed.account, sent))
  take(app, context, takeSubmission, stepped('take'))
  take(app, context, returnSubmission, stepped('return'))
  take(app, context, undoSubmission, stepped('undo'))
  take(app, context, withdrawSubmission, stepped('withdraw'))
  take(app, context, submitSubmission, ({ sent, signed: { account } }) => {
    submit(context, account, sent)
    return lineFor(context, account, sent.id)
  })
  take(app, context, approveSubmission, async ({ sent, signed: { account } }) => {
    await work.do('approve', account.id, sent)
    return lineFor(context, account, sent.id)
  })
}

function mountSending(app: App, context: Context, work: Work) {
  const { id, path, body, output } = sendSubmission
  app.post(path, async (c) => {
    if (!body) throw new Error(`${path} takes nothing.`)
    refuseOtherOrigins(siteOf(c).origin, c.req.header('origin'), c.req.header('sec-fetch-site'))
    const signed = authorise(c, context, rightTo(id))
    if (!signed) throw new Error(`${path} is for anyone.`)
    refuseOtherBodies(c, body)
    const { name, country, answer, remark, removes, draft } = inputOf(c, sendSubmission)
    const received = await receiveFile(context, c.req.raw.body, body.maxBytes)
    try {
      const sent = await work.do('send', signed.account.id, {
        path: received.path,
        name,
        country,
        answers: answersOf(answer),
        remark,
        removes: removes === 'yes',
        draft: draft === 'yes',
      })
      const line = output.parse(lineFor(context, signed.account, sent))
      return c.body(JSON.stringify(line), 200, {
        'content-type': mediaTypes.json,
        'cache-control': 'no-store',
      })
    } finally {
      await rm(received.path, { force: true })
    }
  })
}
