import type { Country } from '../../indicators/model/place.ts'
import type { ChangeCounts } from '../../pipelines/stages/coded/count-changes.ts'
import { readSent } from './check-file.ts'
import { checkSentFile, type Judged } from './check-sent-file.ts'
import type { Context } from './context.ts'
import { openIntakeForOne } from './intake.ts'

/** The answer a DHIS2 server gives to a data value set it was sent with `dryRun`. */
export type ImportSummary = {
  responseType: 'ImportSummary'
  status: 'SUCCESS' | 'WARNING' | 'ERROR'
  description: string
  importCount: ChangeCounts
  conflicts: { object: string; property: string; errorCode: string; indexes: number[] }[]
  rejectedIndexes: number[]
}

const none: ChangeCounts = { imported: 0, updated: 0, ignored: 0, deleted: 0 }

/**
 * What a message would do, told as a DHIS2 server tells it. Nothing is kept.
 *
 * Shape   indexes from 0, as there; a value that says what is known already is ignored, and a rejected one counts as
 *         ignored too
 * Errors  `file-missing`, `definitions-wrong`
 */
export async function dryRun(context: Context, path: string, country?: Country): Promise<ImportSummary> {
  const sent = await readSent(path, country)
  const intake = await openIntakeForOne(context)
  try {
    return summaryOf(await checkSentFile(intake, sent))
  } finally {
    intake.close()
  }
}

function summaryOf({ coded, counts, verdict, findings }: Judged): ImportSummary {
  const conflicts = (coded?.conflicts ?? []).map(({ code, property, value, indexes }) => ({
    object: value,
    property,
    errorCode: code,
    indexes: indexes.map((index) => index - 1),
  }))
  const rejectedIndexes = [...new Set(conflicts.flatMap(({ indexes }) => indexes))].sort((a, b) => a - b)
  const kept = counts ?? none
  const untouched = rejectedIndexes.length + (coded?.ignored.length ?? 0)
  const others = findings.filter(({ severity }) => severity === 'error').length
  return {
    responseType: 'ImportSummary',
    status: verdict === 'acceptable' ? 'SUCCESS' : conflicts.length > 0 && counts ? 'WARNING' : 'ERROR',
    description:
      verdict === 'acceptable'
        ? 'Dry run: nothing was kept.'
        : `Dry run: nothing was kept, and nothing would be: errors ${others}.`,
    importCount: { ...kept, ignored: kept.ignored + untouched },
    conflicts,
    rejectedIndexes,
  }
}
