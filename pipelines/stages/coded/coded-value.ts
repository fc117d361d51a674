/** What can be said of a value by a code, each at a place of its own. */
export type Property =
  | 'structure'
  | 'element'
  | 'place'
  | 'period'
  | 'combo'
  | 'attribute'
  | 'value'
  | 'status'
  | 'action'
  | 'unit'

/** What a row does to what is known: adds or changes, renews its whole series, or takes a value back. */
export type Action = 'merge' | 'replace' | 'delete'

/** One value of a message as written, whatever format it came in. */
export type CodedValue = {
  /** Its number among the message's records, from 1. */
  index: number
  structure: string
  element: string
  place: string
  period: string
  /** A code that names the whole cell at once; it outweighs the single options. */
  combo: string
  /** Category → option. */
  options: Readonly<Record<string, string>>
  /** Attribute option combination; empty where the message has none. */
  attribute: string
  value: string
  /** Why there is a value or none, in the sender's code. */
  status: string
  /** Whether the sender keeps it from the public. */
  confidential: string
  action: Action | null
  /** The action as written, where there is a word for it. */
  actionWritten: string
  /** What a value is to be multiplied by, as a power of ten. */
  unit: string
  followUp: boolean
  /** Where each part stands; the value's where it is not said. */
  refs: Partial<Record<Property, string>> & { value: string }
}

export type MessageKind = 'dhis2' | 'adx' | 'sdmx-csv' | 'hxl' | 'long'

/** A message as read, before any code is looked up. */
export type Message = {
  kind: MessageKind
  sheet: string
  values: CodedValue[]
  /** Headers nobody has described, each with its cell. */
  unmapped: { header: string; ref: string }[]
  /** Whether one wrong row refuses the whole. */
  whole: boolean
}

/** A value about which nothing is said but where it stands. */
export const blankValue = (index: number, ref: string): CodedValue => ({
  index,
  structure: '',
  element: '',
  place: '',
  period: '',
  combo: '',
  options: {},
  attribute: '',
  value: '',
  status: '',
  confidential: '',
  action: 'merge',
  actionWritten: '',
  unit: '',
  followUp: false,
  refs: { value: ref },
})
