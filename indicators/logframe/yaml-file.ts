import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { z } from 'zod'
import { explainIssue } from './explain-issue.ts'
import type { Located, LogframeProblem } from './problem.ts'

/**
 * Reads one YAML file of the logframe against its schema.
 *
 * Shape   `found` where the file fits the schema; `raw` what it holds whether it fits or not
 * Errors  an unreadable file, broken YAML and every misfit become problems with their line; nothing is thrown
 */
export function readYamlFile<Schema extends z.ZodType>(folder: string, file: string, schema: Schema) {
  const lines = new LineCounter()
  const text = readText(join(folder, file))
  if (text === undefined)
    return { file, problems: [{ file, line: 1, message: 'the file is missing: add it' }] }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems: LogframeProblem[] = document.errors.map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    message: `this is not readable YAML: ${message}`,
  }))
  if (problems.length > 0) return { file, problems }
  const raw: unknown = document.toJS()
  const lineOf = (...path: PropertyKey[]) => lines.linePos(offsetOf(document.contents, path)).line
  const read = schema.safeParse(raw)
  if (read.success) {
    const found: Located<z.output<Schema>> = { value: read.data, file, lineOf }
    return { file, raw, problems, found }
  }
  const misfits = read.error.issues
    .flatMap((issue) => explainIssue(issue, schema, raw))
    .map(({ path, message }) => ({ file, line: lineOf(...path), message }))
  return { file, raw, problems: misfits }
}

/** The part of `located` under `path`, with lines counted from there. */
export function part<T>(located: Located<unknown>, path: readonly PropertyKey[], value: T): Located<T> {
  return { value, file: located.file, lineOf: (...rest) => located.lineOf(...path, ...rest) }
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
