import { loadDefinitions } from '../../services/definitions.ts'
import { postOfficeOf } from '../../services/mail/post-office.ts'
import { sendMail } from '../../services/mail/send-mail.ts'
import { Problem } from '../../services/problem.ts'
import { command } from '../command.ts'
import { withContext } from '../with-context.ts'

export const mailCommand = command({
  name: 'mail',
  usage: '',
  summary: 'Tells people by e-mail what waits for them; the internal edition does so every hour',
  help: [
    'WAYMARK_SMTP       the server of the post: smtps://user:password@host',
    'WAYMARK_MAIL_FROM  whom letters come from',
    'WAYMARK_DESK       where people sign in; http://localhost:8081 without it',
  ],
  options: {},
  run: ({ env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const office = postOfficeOf(env)
      if (!office)
        throw new Problem('setting-wrong', { name: 'WAYMARK_SMTP', allowed: 'smtps://user:password@host' })
      const posted = await sendMail(context, loadDefinitions(context.paths.mappings), office)
      terminal.result(posted, () => [
        `Written: ${posted.written}. Sent: ${posted.sent}. Not sent, to be tried again: ${posted.left}.`,
        ...posted.failures.map((code) => `The server of the post said: ${code}`),
      ])
      return posted.left === 0 ? 0 : 1
    }),
})
