import { z } from 'zod'
import { instead, nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType
interface Misfit {
  path: PropertyKey[]
  message: string
}

/** How the texts that follow a pattern are written, by the key they stand under. */
const forms: Record<string, string> = {
  id: 'small letters and digits joined by hyphens, like staff-trained; an element in capitals, like TR_FIRST',
  code: 'the number of the printed logframe, like SO1.2, OP1.2.1, X.1 or CTX.3',
  place: 'a place code, like KAZ',
}

/** What the misfits between a file and its schema mean to the person who wrote the file. */
export function explainIssues(issues: readonly Issue[], schema: Schema, raw: unknown): Misfit[] {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys')
  const meant = new Set<string>()
  const strays = unknown.flatMap(({ path, keys }) =>
    keys.map((name) => {
      const known = keysAt(schema, path, raw)
      meant.add([...path, nearest(name, known)].join('/'))
      const message = `there is no key "${name}" here: ${instead(name, known)}, or remove it`
      return { path: [...path, name], message }
    }),
  )
  // A key that was only misspelt is not missing as well.
  const others = issues.filter(({ code, path }) => code !== 'unrecognized_keys' && !meant.has(path.join('/')))
  return [...strays, ...others.map((issue) => explainIssue(issue, raw))]
}

function explainIssue(issue: Issue, raw: unknown): Misfit {
  const { path } = issue
  const key = String(path.findLast((step) => typeof step === 'string') ?? 'the file')
  const written = valueAt(raw, path)
  if (issue.code === 'invalid_key')
    return { path, message: `"${key}" is not a date: write it like 2021-12-31` }
  return { path, message: written === undefined ? missing(key) : misfit(issue, key, written) }
}

const missing = (key: string) =>
  key === 'en'
    ? 'the English text is missing: add "en: …"; every other language falls back to it'
    : `"${key}" is missing: add it`

function misfit(issue: Issue, key: string, written: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      return unknownValue(key, written, issue.values.map(String))
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? unknownValue(key, written, issue.options.map(String))
        : issue.message
    case 'invalid_type':
      return `"${key}" holds ${kindOf(written)}: write ${kindNames[issue.expected] ?? issue.expected}`
    case 'invalid_format':
      return issue.format === 'date'
        ? `${quoted(written)} is not a date: write it like 2021-12-31`
        : `${quoted(written)} is not a proper "${key}": write ${forms[key] ?? 'it as the other files do'}`
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `"${key}" is empty: write at least ${issue.minimum}`
        : `${quoted(written)} is too small for "${key}": write ${issue.minimum} or more`
    default:
      return key === 'cell'
        ? `${quoted(written)} is not a cell: write it like sex=female, or age=juvenile;sex=female with dimensions in alphabetical order`
        : `"${key}": ${issue.message}`
  }
}

const unknownValue = (key: string, written: unknown, known: string[]) =>
  `${quoted(written)} is not a "${key}": ${instead(String(written), known)}`

const quoted = (written: unknown) => JSON.stringify(written)

const kindNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
}

const kindOf = (written: unknown) =>
  written === null
    ? 'nothing'
    : Array.isArray(written)
      ? 'a list'
      : typeof written === 'object'
        ? 'a map of keys and values'
        : quoted(written)

/** What stands under a path of something parsed, or nothing. */
export const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], raw)

/** The keys a schema knows at a path. */
function keysAt(schema: Schema, path: readonly PropertyKey[], raw: unknown): string[] {
  const here = unwrap(schema, raw)
  const [step, ...rest] = path
  if (step === undefined) return here instanceof z.ZodObject ? Object.keys(here.shape) : []
  const inside = valueAt(raw, [step])
  if (here instanceof z.ZodObject) return keysAt(here.shape[String(step)], rest, inside)
  if (here instanceof z.ZodArray) return keysAt(here.element, rest, inside)
  if (here instanceof z.ZodRecord) return keysAt(here.valueType, rest, inside)
  return []
}

/** What stands inside optional, nullable, defaulted and tagged schemas. */
function unwrap(schema: Schema, raw: unknown): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap(), raw)
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.find((option) => hasTag(option, schema.def.discriminator, raw)) ?? schema
  return schema
}

const hasTag = (option: Schema, tag: string, raw: unknown) =>
  option instanceof z.ZodObject && z.safeParse(option.shape[tag], valueAt(raw, [tag])).success
