import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Env } from '../services/paths.ts'
import { Problem } from '../services/problem.ts'
import type { Terminal } from './terminal.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** 0 done · 1 the file has errors, or a release is not the same again · 2 the command was wrong · 3 it could not be done */
export type ExitCode = 0 | 1 | 2 | 3

export type Asked<Of extends Options> = {
  values: ReturnType<typeof parseArgs<{ options: Of & typeof common; allowPositionals: true }>>['values']
  args: string[]
  env: Env
  terminal: Terminal
}

export type Command = {
  name: string
  /** What follows the name, for the help. */
  usage: string
  summary: string
  /** One line per option. */
  help: readonly string[]
  run(words: string[], env: Env, terminal: Terminal): Promise<ExitCode>
}

/** Options every command knows. */
export const common = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean', default: false },
} as const satisfies Options

type Description<Of extends Options> = Omit<Command, 'run'> & {
  options: Of
  /** How many words besides options it takes at most; none unless said. */
  takes?: number
  run(asked: Asked<Of>): Promise<ExitCode>
}

export function command<const Of extends Options>({
  options,
  takes = 0,
  run,
  ...told
}: Description<Of>): Command {
  return {
    ...told,
    run: (words, env, terminal) => run({ ...parse(told.name, options, takes, words), env, terminal }),
  }
}

function parse<const Of extends Options>(name: string, options: Of, takes: number, words: string[]) {
  const { values, positionals } = parsed(name, options, words)
  const surplus = positionals[takes]
  if (surplus !== undefined)
    throw new Problem('option-wrong', { reason: `"${surplus}" is one word too many.`, command: name })
  return { values, args: positionals }
}

function parsed<const Of extends Options>(name: string, options: Of, words: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...options, ...common },
      allowPositionals: true,
    })
    return { values: values as Asked<Of>['values'], positionals } // safe: the same options
  } catch (error) {
    const reason = (error as Error).message.split('. ')[0] ?? ''
    throw new Problem('option-wrong', { reason: `${reason.replace(/\.$/, '')}.`, command: name })
  }
}

/** A port as written on the command line. */
export function portOf(text: string, command: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Problem('option-wrong', {
    reason: `"${text}" is not a port: give a number from 0 to 65535.`,
    command,
  })
}

/** One of a few words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  text: string,
  what: string,
  command: string,
): Word {
  const word = words.find((known) => known === text)
  if (word) return word
  throw new Problem('option-wrong', {
    reason: `"${text}" is not ${what}: give ${words.join(', ')}.`,
    command,
  })
}
