import { codeNow, type Invented, inventedAt } from '../services/accounts/demonstration.ts'
import type { Context } from '../services/context.ts'

/** The invented people with all that is needed to sign in as one, and how to be rid of them. */
export const showInvented = (context: Context, people: readonly Invented[]): string[] => {
  if (people.length === 0) return ['The accounts of the invented people are closed.']
  return [
    '',
    '!!! INVENTED PEOPLE, FOR THE DEMONSTRATION ALONE. Whoever reads this can sign in as any of them.',
    '!!! Never let them into a folder of real files: `waymark demo --close-people` closes their accounts.',
    '',
    ...people.map((one) =>
      [
        `    ${one.email.padEnd(26)}`,
        one.role.padEnd(14),
        `password ${one.password}`,
        `code now ${codeNow(context, one)}`,
        `authenticator ${one.seed}`,
      ].join('  '),
    ),
    '',
    `    A code holds for half a minute: \`waymark demo --people\` shows the next. Kept in ${inventedAt(context)}`,
  ]
}
