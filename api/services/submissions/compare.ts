import type { Language } from '../../../indicators/model/text.ts'
import { fillFacts } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { checkSentFile } from '../check-sent-file.ts'
import { compareWithCurrent, tellDifferences } from '../compare-with-current.ts'
import type { Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { openIntakeForOne } from '../intake.ts'
import { registersOf } from '../registers.ts'
import { sentAs } from './approve.ts'
import { submissionFor } from './steps.ts'

export type Comparison = { id: string; from: number; to: number; lang: Language }

/**
 * What one version says otherwise than another, told as what a file changes is.
 *
 * Shape   null where the two have no report in common
 * Errors  `no-such-submission`, `no-such-version`, `raw-file-missing`
 */
export async function compare(
  context: Context,
  account: StoredAccount,
  { id, from, to, lang }: Comparison,
  definitions: Definitions,
) {
  submissionFor(context, account, id)
  const intake = await openIntakeForOne(context, definitions)
  const earlier = await openWarehouse(':memory:', { threads: 1 })
  try {
    const before = await checkSentFile(intake, await sentAs(context, id, from))
    const after = await checkSentFile(intake, await sentAs(context, id, to))
    await fillFacts(earlier, {
      ...(await registersOf(context, definitions)),
      slices: [],
      observations: before.slices.flatMap(({ observations }) => observations),
    })
    const found = await compareWithCurrent(earlier, after)
    return { differences: found && tellDifferences(found, lang, definitions.sources.elements) }
  } finally {
    earlier.close()
    intake.close()
  }
}
