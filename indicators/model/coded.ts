import { z } from 'zod'

/** A column of few different texts: row n says `words[at[n]]`. */
export const Coded = z.strictObject({ words: z.array(z.string()), at: z.array(z.int()) })
export type Coded = z.infer<typeof Coded>

/** Texts as a column of few words, in the order the words first come. */
export function coded(texts: readonly string[]): Coded {
  const known = new Map<string, number>()
  const at = texts.map((text) => {
    const index = known.get(text) ?? known.size
    known.set(text, index)
    return index
  })
  return { words: [...known.keys()], at }
}

export const wordAt = ({ words, at }: Coded, row: number): string => words[at[row] ?? -1] ?? ''
