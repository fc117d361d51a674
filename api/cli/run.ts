import { answerLanguages } from '../services/languages.ts'
import type { Env } from '../services/paths.ts'
import { Problem, tellProblem } from '../services/problem.ts'
import type { Command, ExitCode } from './command.ts'
import { annotateCommand } from './commands/annotate.ts'
import { checkCommand } from './commands/check.ts'
import { codesCommand } from './commands/codes.ts'
import { demoCommand } from './commands/demo.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { inviteCommand } from './commands/invite.ts'
import { journalCommand } from './commands/journal.ts'
import { mailCommand } from './commands/mail.ts'
import { mapCommand } from './commands/map.ts'
import { publishCommand } from './commands/publish.ts'
import { rebuildCommand } from './commands/rebuild.ts'
import { recomputeCommand } from './commands/recompute.ts'
import { reportCommand } from './commands/report.ts'
import { serveCommand } from './commands/serve.ts'
import { startCommand } from './commands/start.ts'
import { templateCommand } from './commands/template.ts'
import { allHelp, helpOf } from './help.ts'
import { createTerminal, type ResultStream, type Stream } from './terminal.ts'

export const commands: readonly Command[] = [
  startCommand,
  checkCommand,
  codesCommand,
  mapCommand,
  importCommand,
  publishCommand,
  rebuildCommand,
  recomputeCommand,
  exportCommand,
  reportCommand,
  explainCommand,
  templateCommand,
  annotateCommand,
  inviteCommand,
  journalCommand,
  mailCommand,
  serveCommand,
  demoCommand,
]

/** Runs one command line and says how it ended. Every failure is one sentence and what to do. */
export async function run(words: string[], env: Env, out: ResultStream, err: Stream): Promise<ExitCode> {
  const [name = 'help', ...rest] = words
  const terminal = createTerminal(out, err, rest.includes('--json'))
  try {
    const wantsHelp = ['help', '--help', '-h'].includes(name)
    if (wantsHelp && !rest[0]) terminal.say(allHelp(commands))
    else if (wantsHelp) terminal.say(helpOf(find(rest[0] ?? '')))
    else if (rest.includes('--help') || rest.includes('-h')) terminal.say(helpOf(find(name)))
    else return await find(name).run(rest, env, terminal)
    return 0
  } catch (error) {
    return fail(error, rest, out, err)
  }
}

function find(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found) return found
  throw new Problem('command-unknown', { command: name })
}

function fail(error: unknown, words: string[], out: ResultStream, err: Stream): ExitCode {
  const problem = error instanceof Problem ? error : new Problem('internal-error', {})
  const wanted = words[words.indexOf('--lang') + 1]
  const language = answerLanguages.find((known) => words.includes('--lang') && known === wanted) ?? 'en'
  const { title, detail } = tellProblem(problem, language)
  if (words.includes('--json')) {
    out.write(
      `${JSON.stringify({ problem: { code: problem.code, title, detail, errors: problem.errors } })}\n`,
    )
  } else err.write(`${title}. ${detail}\n`)
  if (problem !== error) {
    err.write(
      words.includes('--debug')
        ? `${(error as Error).stack}\n`
        : 'Run it again with --debug to see where it happened.\n',
    )
  }
  return problem.exit
}
