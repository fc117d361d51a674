import { type JournalView, readJournal } from '../../services/read-journal.ts'
import { command } from '../command.ts'
import { dayOption } from '../options.ts'
import { withContext } from '../with-context.ts'

export const journalCommand = command({
  name: 'journal',
  usage: '[--about NAME] [--kind KIND] [--since 2021-07-20] [--seal HASH]',
  summary: 'Who did what and when, and whether anybody has changed the record of it',
  help: [
    '--about NAME  entries that name it: a file’s hash, a report, a quarter, an account, a release',
    '--kind KIND   such as import, refuse, publish, signed-in',
    '--since DAY   from this day on',
    '--seal HASH   a seal told earlier: says whether the journal still goes on from there',
  ],
  options: {
    about: { type: 'string' },
    kind: { type: 'string' },
    since: { type: 'string' },
    seal: { type: 'string' },
  },
  run: ({ values: { about, kind, since, seal }, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const from = since === undefined ? undefined : dayOption(since, context.now(), 'journal')
      const journal = readJournal(context, { about, kind, since: from }, seal)
      terminal.result(journal, () => linesOf(journal))
      return journal.broken === null && journal.goesOn !== false ? 0 : 1
    }),
})

function linesOf({ entries, broken, goesOn, seal }: JournalView): string[] {
  return [
    ...entries.map(({ id, at, kind, body }) => `${id}  ${at}  ${kind}  ${wordsOf(body)}`),
    broken === null
      ? `The chain holds. Its seal is ${seal}; keep it elsewhere to see later whether the journal was cut short or written anew.`
      : `Entry ${broken} does not follow from the one before: the journal was changed there, or before it. Restore the data folder from a backup.`,
    ...(goesOn === false
      ? ['It does not go on from the seal given: entries were cut off or written anew.']
      : []),
  ]
}

const wordsOf = (body: Record<string, unknown>) =>
  Object.entries(body)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
