export type UnreadableCode =
  | 'cells-lost'
  | 'file-kind-unknown'
  | 'file-too-large'
  | 'file-empty'
  | 'message-damaged'
  | 'zip-damaged'
  | 'zip-unsafe'
  | 'workbook-damaged'
  | 'text-encoding-wrong'
  | 'text-damaged'
  | 'reading-stopped'

/** A file nothing can be read from. Becomes one finding about the whole file. */
export class Unreadable extends Error {
  readonly code: UnreadableCode
  readonly reason: string
  constructor(code: UnreadableCode, reason = '') {
    super(reason ? `${code}: ${reason}` : code)
    this.name = 'Unreadable'
    this.code = code
    this.reason = reason
  }
}
