import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Definitions, loadDefinitions } from './definitions.ts'

/** The definitions, kept, and read again when a description has been settled since. Errors: `definitions-wrong` */
export function keptDefinitions(mappings: string): () => Definitions {
  let known: { of: string; definitions: Definitions } | undefined
  return () => {
    const learned = existsSync(mappings) ? readdirSync(mappings, { recursive: true, encoding: 'utf8' }) : []
    const of = learned.map((name) => `${name} ${statSync(join(mappings, name)).mtimeMs}`).join('\n')
    if (known?.of !== of) known = { of, definitions: loadDefinitions(mappings) }
    return known.definitions
  }
}
