import type { Finding } from '../../../indicators/model/finding.ts'
import type { Quarter } from '../../../indicators/model/period.ts'
import type { Country } from '../../../indicators/model/place.ts'
import type { LongRole } from '../coded/long-columns.ts'
import type { Sources } from '../map/load-sources.ts'

/** A long text on the disk in UTF-8, and what its columns say, from left to right. */
export type BulkText = {
  path: string
  separator: string
  header: readonly string[]
  roles: readonly (LongRole | null)[]
}

/** What is asked of the process that reads it. `folder` is empty, and nothing else is written. */
export type BulkRequest = BulkText & {
  file: string
  fileHash: string
  country: Country | null
  sources: Sources
  folder: string
}

/** A report's quarter as it was written to the folder, by the name its content gives it. */
export type BulkSlice = { report: string; quarter: Quarter; hash: string; rows: number }

/** A file as read. Its findings are grouped: of those that are many, the first are told and all are counted. */
export type BulkRead = {
  country: Country | null
  version: number
  records: number
  slices: BulkSlice[]
  findings: Finding[]
  refused: boolean
}

export type BulkAnswer = { read: BulkRead } | { failed: string }
