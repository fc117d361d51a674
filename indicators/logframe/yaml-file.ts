import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { z } from 'zod'
import { explainIssues, valueAt } from './explain-issue.ts'
import type { Located, LogframeProblem } from './problem.ts'

/** A file as YAML, before any schema: `raw` is there where it could be read at all. */
interface OpenFile {
  readonly file: string
  readonly raw?: unknown
  readonly problems: readonly LogframeProblem[]
  readonly lineOf: (...path: PropertyKey[]) => number
}

/** What fitted its schema, and what did not. */
export interface ReadPart<T> {
  readonly found?: Located<T>
  readonly problems: readonly LogframeProblem[]
}

/** Opens one YAML file of a logframe folder. A missing file and broken YAML are problems; nothing is thrown. */
export function openYaml(folder: string, file: string): OpenFile {
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const text = readText(join(folder, file))
  if (text === undefined)
    return {
      file,
      problems: [{ file, line: 1, message: 'the file is missing: add it' }],
      lineOf: () => 1,
    }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (...path: PropertyKey[]) => lineAt(offsetOf(document.contents, path))
  const unreadable = (line: number, why: string) => ({
    file,
    line,
    message: `this is not readable YAML: ${why}`,
  })
  const problems = document.errors.map(({ pos, message }) => unreadable(lineAt(pos[0]), message))
  if (problems.length > 0) return { file, problems, lineOf }
  try {
    return { file, raw: document.toJS(), problems, lineOf }
  } catch (error) {
    // An alias without its anchor, or too many of them, shows only now.
    return { file, problems: [unreadable(1, String(error))], lineOf }
  }
}

/** Reads an open file, or the part of it under `path`, against a schema; every misfit is a problem with its line. */
export function readPart<Schema extends z.ZodType>(
  opened: OpenFile,
  schema: Schema,
  path: readonly PropertyKey[] = [],
): ReadPart<z.output<Schema>> {
  if (!('raw' in opened)) return { problems: opened.problems }
  const { file, raw } = opened
  const own = valueAt(raw, path)
  const lineOf = (...rest: PropertyKey[]) => opened.lineOf(...path, ...rest)
  const read = schema.safeParse(own)
  if (read.success) return { found: { value: read.data, file, lineOf }, problems: [] }
  const misfits = explainIssues(read.error.issues, schema, own)
  return {
    problems: misfits.map((misfit) => ({ file, line: lineOf(...misfit.path), message: misfit.message })),
  }
}

/** Reads each entry of the list under `path` by itself, so that one mistake does not hide the other entries. */
export function readEach<Schema extends z.ZodType>(
  opened: OpenFile,
  entry: Schema,
  path: readonly PropertyKey[] = [],
): ReadPart<z.output<Schema>>[] {
  const list = readPart(opened, z.array(z.unknown()), path)
  return list.found
    ? list.found.value.map((_, i) => readPart(opened, entry, [...path, i]))
    : [{ problems: list.problems }]
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let offset = root?.range?.[0] ?? 0
  let node: unknown = root
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) as
        | Pair<Node, Node | null>
        | undefined
      if (!pair) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined
      if (!item) return offset
      offset = item.range?.[0] ?? offset
      node = item
    } else return offset
  }
  return offset
}
