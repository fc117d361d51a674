import type { Context } from '../context.ts'
import { keptDefinitions } from '../kept-definitions.ts'
import { postOfficeOf } from './post-office.ts'
import { sendMail } from './send-mail.ts'

const EVERY_MS = 3_600_000

/**
 * Sends letters now and every hour, where a server of the post is named. `failed` is told what nobody expected, and why
 * letters could not be sent.
 *
 * Errors  `setting-wrong`
 */
export function startMail(context: Context, failed: (error: unknown) => void): { close(): void } {
  const office = postOfficeOf(context.env)
  if (!office) return { close() {} }
  const definitions = keptDefinitions(context.paths.mappings)
  const round = async () => {
    try {
      const { left, failures } = await sendMail(context, definitions(), office)
      if (left > 0) failed(`${left} not sent: ${failures.join(', ')}`)
    } catch (error) {
      failed(error)
    }
  }
  const timer = setInterval(round, EVERY_MS)
  timer.unref()
  void round()
  return { close: () => clearInterval(timer) }
}
