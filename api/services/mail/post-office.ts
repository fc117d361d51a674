import { createTransport } from 'nodemailer'
import type { Env } from '../paths.ts'
import { Problem } from '../problem.ts'

/** Who sends letters, and where their readers sign in. */
export type PostOffice = {
  /** Errors: whatever the server of the post says */
  send(letter: { id: string; to: string; subject: string; text: string }): Promise<void>
  address: string
}

const DESK = 'http://localhost:8081'

/**
 * The server of the post the environment names; null where it names none, and no letter is written then.
 *
 * Errors  `setting-wrong`
 */
export function postOfficeOf(env: Env): PostOffice | null {
  const { WAYMARK_SMTP: smtp, WAYMARK_MAIL_FROM: from, WAYMARK_DESK: address = DESK } = env
  if (smtp === undefined) return null
  const url = URL.parse(smtp)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol))
    throw new Problem('setting-wrong', { name: 'WAYMARK_SMTP', allowed: 'smtps://user:password@host' })
  if (!from?.includes('@'))
    throw new Problem('setting-wrong', { name: 'WAYMARK_MAIL_FROM', allowed: 'waymark@example.org' })
  const transport = createTransport(smtp)
  return {
    address,
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        ...{ from, to, subject, text },
        // The same letter sent twice is known as one.
        messageId: `<${id}@waymark>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
