import type { Text } from '../../../indicators/model/text.ts'

/** One kind of refusal. `exit` is what the command line ends with: 1 the file, 2 the command, 3 could not be done. */
export type ProblemEntry = { status: number; exit: 1 | 2 | 3; title: Text; detail: Text }

/** `{name}` places of a text, as a type. */
export type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never
