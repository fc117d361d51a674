import { z } from 'zod'
import { Cell } from '../../indicators/model/breakdown.ts'
import { Place } from '../../indicators/model/place.ts'
import { Text } from '../../indicators/model/text.ts'

/**
 * What a missing value does to a side: nothing can be said (`skip_if_any_missing`), it adds nothing as long as
 * something is there (`skip_if_all_missing`), or it is 0 (`missing_is_zero`). A side without a value skips the check.
 */
export const MissingPolicy = z.enum(['skip_if_any_missing', 'skip_if_all_missing', 'missing_is_zero'])
export type MissingPolicy = z.infer<typeof MissingPolicy>

const Level = z.enum(['error', 'warning', 'info'])

/** The sentence shown, or the name of one in `messages.yaml`. */
const Message = z.union([Text, z.string().regex(/^[a-z-]+$/)])

/**
 * One value of a side. In the frame of a check, a flow is the sum of its periods and a stock its value on the
 * last day, unless moved:
 *
 * `on: eve`         a stock, on the day before the period
 * `earlier`         a flow, in the period as many months earlier
 * `since: start`    a flow, from the programme's start to the end of the period
 * `on: baseline`    a stock, at the end of the quarter in which the programme started
 * `cell`            this category, whatever the cell being checked (only where `cells: total`)
 * `programmeOnly`   programme facilities alone, where facilities are added up
 */
const Term = z.strictObject({
  element: z.string(),
  times: z.number().default(1),
  on: z.enum(['end', 'eve', 'baseline']).default('end'),
  earlier: z.int().min(0).default(0),
  since: z.literal('start').optional(),
  cell: Cell.optional(),
  programmeOnly: z.boolean().default(false),
})
export type Term = z.infer<typeof Term>

/** A term may be written as the element's code alone; `EACH` stands for each element of the check's `each`. */
const TermOrCode = z.preprocess((given) => (typeof given === 'string' ? { element: given } : given), Term)
const Sum = z.strictObject({ sum: z.array(TermOrCode).min(1), missing: MissingPolicy.optional() })
export type Sum = z.infer<typeof Sum>

/** A side may be written as a list of terms, or as a number. */
const Side = z.union([
  z.number(),
  z.preprocess((given) => (Array.isArray(given) ? { sum: given } : given), Sum),
])
export type Side = z.infer<typeof Side>

/** `both_or_none` and `not_both` look at presence: an observed 0 is present. */
const Comparison = z.enum(['at_most', 'at_least', 'above', 'equal', 'both_or_none', 'not_both'])

/** `shared`: every cell both sides have; `total`: the total alone. */
const Cells = z.enum(['shared', 'total'])

const Check = z.strictObject({
  each: z.array(z.string()).min(1).or(z.literal('people')).optional(),
  left: Side,
  is: Comparison,
  right: Side,
  /** The difference that may stand: the larger of a share of the right side and a number of units. */
  within: z.strictObject({ share: z.number().min(0), units: z.number().min(0) }).optional(),
  /** Checked only where this holds; skipped where it cannot be told. */
  onlyIf: z.strictObject({ element: z.string(), equals: z.number() }).optional(),
  /** Only places like this. */
  places: z
    .strictObject({
      kinds: z.array(Place.shape.kind).optional(),
      level: z.enum(['facility']).optional(),
      programme: z.boolean().optional(),
    })
    .optional(),
  cells: Cells.optional(),
  level: Level.optional(),
  message: Message.optional(),
})
export type Check = z.infer<typeof Check>

const common = {
  id: z.string().regex(/^[A-Z]\d\d$/),
  level: Level,
  title: Text,
  message: Message,
  missing: MissingPolicy,
}

/** Two sums compared: in each place as delivered, or with facilities added up to regions or the country. */
const ComparingRule = z.strictObject({
  ...common,
  kind: z.literal('compare'),
  place: z.enum(['delivered', 'region', 'country']).default('delivered'),
  cells: Cells.default('shared'),
  checks: z.array(Check).min(1),
})
export type ComparingRule = z.infer<typeof ComparingRule>

/** The categories of one dimension add up to the value they split, in every cell of every element. */
const PartsRule = z.strictObject({
  ...common,
  kind: z.literal('parts'),
  by: z.enum(['sex', 'age', 'status']),
  /** Categories without which nothing can be added up; the others may be absent. */
  needed: z.array(z.string()).min(2),
})
export type PartsRule = z.infer<typeof PartsRule>

/** Screens of a series against its own past, for counts of persons. */
const OutlierRule = z.strictObject({
  ...common,
  kind: z.literal('outlier'),
  screen: z.enum(['median_deviation', 'poisson']),
  /** Fewest earlier values to judge by. */
  history: z.int().min(3),
  /** Series whose median is from … to below …; the upper end is open where absent. */
  median: z.strictObject({ from: z.number(), below: z.number().optional() }),
  /** `median_deviation`: the modified z score beyond which a value stands out; `poisson`: the chance of each tail. */
  cutoff: z.number().positive(),
})
export type OutlierRule = z.infer<typeof OutlierRule>

/** A running total that fell. */
const CorrectionRule = z.strictObject({ ...common, kind: z.literal('correction') })

/** Checked while a file is read, before there are values; `pipelines/stages` reports its findings. */
const ReadingRule = z.strictObject({ ...common, kind: z.literal('reading') })

/**
 * One validation rule as data.
 *
 * A rule is skipped, never passed, where a side has no value. Errors block a submission, warnings want a
 * comment, infos are shown.
 */
export const Rule = z.discriminatedUnion('kind', [
  ComparingRule,
  PartsRule,
  OutlierRule,
  CorrectionRule,
  ReadingRule,
])
export type Rule = z.infer<typeof Rule>
