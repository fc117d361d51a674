import type { Command } from './command.ts'

const everywhere = [
  '--json           one JSON text instead of sentences',
  '--lang LANGUAGE  en, fr, ru, kk or ar, for findings and refusals',
  '--debug          shows where a fault of the program happened',
]

const places = [
  'WAYMARK_DATA      the data folder (var)',
  'WAYMARK_KEY_FILE  the key that seals original files (keys/raw.key in the data folder)',
  'WAYMARK_HOST      the address the public edition opens on (all of this machine)',
  'WAYMARK_SMTP      the server letters to people go by; none are written without it',
  'WAYMARK_READERS   who may read the public edition: anyone, or invited people who sign in (anyone)',
  'WAYMARK_ADDRESS   where browsers reach the public edition, if not where it opens: https://waymark.example.org',
]

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

export function allHelp(commands: readonly Command[]): string {
  const names = commands.map(({ name, summary }) => `${name.padEnd(9)} ${summary}`)
  return [
    'waymark COMMAND [OPTIONS]',
    '',
    ...indent(names),
    ...indent(['help      Says how a command is used: waymark help COMMAND']),
    '',
    'Options of every command:',
    ...indent(everywhere),
    '',
    'Environment:',
    ...indent(places),
    '',
    'Ends with 0 done, 1 the file has errors, 2 the command was wrong, 3 it could not be done.',
  ].join('\n')
}

export const helpOf = ({ name, usage, summary, help }: Command): string =>
  [`waymark ${name} ${usage}`, '', `${summary}.`, '', ...indent([...help, ...everywhere])].join('\n')
