import type { ReportChoice, ReportRequest } from '../../contract/report.ts'
import { Problem } from '../problem.ts'

/**
 * A report of a time of which its release says nothing would be one of another time.
 *
 * Errors  `no-such-period`
 */
export function refusePeriodOutside(
  { from, to }: ReportChoice,
  { programme, indicators }: Pick<ReportRequest, 'programme' | 'indicators'>,
) {
  if (from === undefined || to === undefined) return
  const last = programme.release.quarter
  const [first = last] = indicators.flatMap(({ quarters }) => quarters).sort()
  if (to < first || from > last) throw new Problem('no-such-period', { first, last })
}
