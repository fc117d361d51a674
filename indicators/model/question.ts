import { z } from 'zod'

/**
 * What only the sender of a file knows. Asked once per file, remembered with the mapping of its layout, and never
 * guessed: until it is answered, no value comes of the cells it is about.
 */
export const Question = z.strictObject({
  /** The same for the same doubt in the next file of this layout: `mark:н/д`, `decimal`, `column:Сводка|Қарсы алу`. */
  id: z.string(),
  kind: z.enum([
    'mark',
    'decimal',
    'date-order',
    'counted-from',
    'period',
    'layout',
    'column',
    'row',
    'events',
    'sheet',
  ]),
  /** The first cell in doubt, and how many there are. */
  at: z.strictObject({ file: z.string(), sheet: z.string(), ref: z.string() }),
  cells: z.int().min(1),
  /** As written in that cell. */
  value: z.string(),
  options: z
    .array(
      z.strictObject({ answer: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    )
    .min(2),
  /** The answer that is likely, how likely from 0 to 1, and why, as a key of the catalogue of reasons. */
  suggestion: z.strictObject({ answer: z.string(), confidence: z.number(), reason: z.string() }).nullable(),
})
export type Question = z.infer<typeof Question>

/** By question id. */
export const Answers = z.record(z.string(), z.string())
export type Answers = z.infer<typeof Answers>
