import { z } from 'zod'
import { ShownShare } from '../../../indicators/model/released.ts'
import { ValueState } from '../../../indicators/model/value-state.ts'

/** A figure as readers are shown it. */
const Told = z.strictObject({ state: ValueState, value: z.number().nullable() })

/** One figure that readers would see otherwise than now; `inside` is what the internal edition would say. */
export const PreviewedFigure = z.strictObject({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  place: z.string(),
  quarter: z.string(),
  cell: z.string(),
  was: Told.nullable(),
  will: Told.nullable(),
  inside: Told.nullable(),
})

/** What a release made now would be: what readers would see otherwise, what is withheld, and what is still open. */
export const Preview = z.strictObject({
  id: z.string(),
  quarter: z.string(),
  /** Whether readers see exactly this already. */
  same: z.boolean(),
  /** Figures of the public edition: in neither, in one, or in both and otherwise. */
  counts: z.strictObject({
    new: z.int(),
    changed: z.int(),
    nowHidden: z.int(),
    nowShown: z.int(),
    gone: z.int(),
  }),
  /** The gravest first. */
  figures: z.array(PreviewedFigure),
  /** How much is shown, by level; and of the figures about women. */
  shown: z.array(ShownShare),
  unproven: z.array(z.string()),
  /** Submissions that wait for an answer, and for a decision. */
  open: z.strictObject({ questions: z.int(), undecided: z.int() }),
})
export type Preview = z.infer<typeof Preview>
