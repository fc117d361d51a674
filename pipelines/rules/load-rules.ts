import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Text } from '../../indicators/model/text.ts'
import { Rule } from './rule.ts'

const MESSAGES = 'messages.yaml'
const Messages = z.record(z.string(), Text)

/**
 * The validation rules of this folder, in the order of their numbers, and the sentences they share.
 *
 * Errors  a file that does not fit the schema, a rule twice, a sentence nobody wrote
 */
export function loadRules(folder = import.meta.dirname) {
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'))
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== MESSAGES)
  const messages = Messages.parse(read(MESSAGES))
  const rules = files.flatMap((file) => {
    const { success, data, error } = z.array(Rule).safeParse(read(file))
    if (!success) throw new Error(`${file}: ${z.prettifyError(error)}`)
    return data
  })
  const known = new Set<string>()
  for (const rule of rules) {
    if (known.has(rule.id)) throw new Error(`${rule.id} is written twice.`)
    known.add(rule.id)
    for (const message of messagesOf(rule))
      if (typeof message === 'string' && !messages[message])
        throw new Error(`${rule.id} names the sentence ${message}, which ${MESSAGES} does not have.`)
  }
  return { rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)), messages }
}

const messagesOf = (rule: Rule) => [
  rule.message,
  ...(rule.kind === 'compare' ? rule.checks.flatMap(({ message }) => message ?? []) : []),
]
