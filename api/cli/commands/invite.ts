import { Role } from '../../contract/accounts/account.ts'
import { type Invited, invite } from '../../services/accounts/invite.ts'
import { Problem } from '../../services/problem.ts'
import { command, oneOf } from '../command.ts'
import { countryOption, languageOption } from '../options.ts'
import { withContext } from '../with-context.ts'

export const inviteCommand = command({
  name: 'invite',
  usage: 'E-MAIL --role administrator [--country TUN]',
  summary: 'Invites a person; the first administrator comes in this way',
  help: [
    '--role ROLE     donor, focal_point, coordinator or administrator',
    '--country CODE  whose focal point',
  ],
  takes: 1,
  options: { role: { type: 'string' }, country: { type: 'string' } },
  run: ({ values, args: [email], env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const invited = invitedBy(email, values.role, {
        ...countryOption(values.country, 'invite'),
        language: languageOption(values.lang, 'invite'),
      })
      const invitation = invite(context, invited, null)
      terminal.result(invitation, () => [
        `${invited.email} may come in as ${invited.role} until ${invitation.expiresAt}, once, at this address of the internal edition:`,
        `/${invited.language}/join#${invitation.token}`,
      ])
      return 0
    }),
})

function invitedBy(
  email: string | undefined,
  role: string | undefined,
  { country = null, language }: { country?: Invited['country']; language: Invited['language'] },
): Invited {
  const wrong = (reason: string) => new Problem('option-wrong', { reason, command: 'invite' })
  if (!email?.includes('@')) throw wrong('Name one e-mail address.')
  const known = oneOf(Role.options, role ?? '', 'a role', 'invite')
  if ((known === 'focal_point') !== (country !== null))
    throw wrong('A focal point needs --country, and nobody else has one.')
  return { email, role: known, country, language }
}
