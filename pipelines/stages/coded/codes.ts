import { z } from 'zod'
import { Dimension } from '../../../indicators/model/breakdown.ts'
import { DeliveredAs } from '../../../indicators/model/observation.ts'
import { Country, PlaceCode } from '../../../indicators/model/place.ts'

const Categories = z.partialRecord(Dimension, z.string())
/** Identifier, code and names of one thing in the sender's system; any of them may stand in a message. */
const Spellings = z.array(z.string().min(1)).min(1)

/** What a code says of how a value is broken down; `{}` is the total. */
export const CodedCell = z.strictObject({ cell: Categories, codes: Spellings })

/**
 * `pipelines/sources/<ISO3>/codes.yaml`: what the codes of a national system mean. Data, versioned, written by a draft
 * from the system's own metadata and then by a person.
 *
 * Ids of elements and places, names of places, and names of categories of the model need no entry.
 */
export const Codes = z.strictObject({
  country: Country,
  version: z.int().min(1),
  /** Which system, and when its metadata was read. */
  title: z.string(),
  /** Data sets and structures that may be sent; any where there are none. */
  structures: z.array(Spellings).default([]),
  elements: z
    .array(
      z.strictObject({
        element: z.string(),
        /** Where the system has an element of its own for one cell. */
        cell: Categories.optional(),
        /** How the system counts, where it is otherwise than in the country's reports. */
        deliveredAs: DeliveredAs.optional(),
        codes: Spellings,
      }),
    )
    .default([]),
  places: z.record(PlaceCode, Spellings).default({}),
  categories: z.array(z.strictObject({ codes: Spellings, options: z.array(CodedCell) })).default([]),
  /** Category option combinations. */
  combos: z.array(CodedCell).default([]),
  /** Attribute option combinations that may be sent; a value under any other is not for this programme. */
  attributes: z.array(z.string()).default([]),
  /** Columns of a structure that are named otherwise than usual. */
  columns: z.partialRecord(z.enum(['element', 'place', 'period', 'value', 'status']), Spellings).default({}),
  /** Known and left out on purpose. */
  ignore: z
    .strictObject({ elements: z.array(z.string()).default([]), columns: z.array(z.string()).default([]) })
    .default({ elements: [], columns: [] }),
})
export type Codes = z.infer<typeof Codes>
