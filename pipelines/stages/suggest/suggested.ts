import type { Cell } from '../../../indicators/model/breakdown.ts'
import type { Reason } from './read-path.ts'
import type { Use } from './use.ts'

/** What a column is, or what the rows of one label count, as far as it can be told. */
export type Suggested = {
  axis: 'column' | 'row'
  sheet: string
  /** The cell its last text stands in. */
  ref: string
  /** The header from top to bottom, or the label. */
  texts: string[]
  /** The first values that stand there. */
  samples: string[]
  /** How many cells are filled. */
  cells: number
  /** The likely use; `sure` where nobody has to be asked. */
  use: Use | null
  confidence: number
  reason: Reason
  sure: boolean
  /** What else it may be, the likely one first. */
  options: Use[]
}

export type ValueUse = Extract<Use, { use: 'value' }>

export const isValue = (use: Use | null): use is ValueUse => use?.use === 'value'

/** Element and cell without regard to how they were counted. */
export const meaningKey = ({ element, cell }: { element: string | null; cell: Cell }) => `${element}|${cell}`
