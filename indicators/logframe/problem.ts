/** One mistake in the logframe's files: where it stands, and what to write instead. */
export interface LogframeProblem {
  /** Path inside the logframe folder. */
  readonly file: string
  readonly line: number
  readonly message: string
}

/** What stands where: a parsed part of a file that knows its lines. */
export interface Located<T> {
  readonly value: T
  readonly file: string
  /** The line of the deepest part of `path` that the file has, counted from this part. */
  readonly lineOf: (...path: PropertyKey[]) => number
}

export const problemAt = (
  { file, lineOf }: Located<unknown>,
  path: readonly PropertyKey[],
  message: string,
): LogframeProblem => ({ file, line: lineOf(...path), message })

/** The first problem of every message: what is wrong in several versions of one thing for one reason is told once. */
export const eachToldOnce = (problems: readonly LogframeProblem[]): LogframeProblem[] =>
  problems.filter(({ message }, i) => problems.findIndex((one) => one.message === message) === i)

/** One readable text with every mistake on its own line. */
export const listProblems = (title: string, problems: readonly LogframeProblem[]) =>
  [title, ...problems.map(({ file, line, message }) => `  ${file}:${line}: ${message}`)].join('\n')
