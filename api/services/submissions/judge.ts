import type { Finding } from '../../../indicators/model/finding.ts'
import { lastImportOf } from '../../store/submissions/judgements.ts'
import type { Judged as Checked } from '../check-sent-file.ts'
import type { Context } from '../context.ts'
import { gravestFirst } from '../tell-finding.ts'
import type { Judged } from './keep-version.ts'

/** Of a file with more, the gravest are kept; the counts are of all. */
const MOST_KEPT = 1000

/** What is written down of a check: enough to tell it in any language later. Not for a file about persons. */
export function judgementFrom({ state }: Pick<Context, 'state'>, checked: Checked): Judged {
  const { verdict, slices, findings, differences } = checked
  if (verdict === 'about-persons') throw new Error('Nothing of a file about persons is kept.')
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length
  const observations = slices.reduce((sum, slice) => sum + slice.observations.length, 0)
  const reports = JSON.stringify(slices.map(({ mapping, quarter }) => ({ mapping: mapping.id, quarter })))
  return {
    verdict,
    basis: lastImportOf(state, reports),
    observations,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('info'),
    added: differences ? differences.new : observations,
    changed: differences?.changed ?? 0,
    removed: differences?.removed ?? 0,
    suspicious: differences?.suspicious ?? 0,
    reports,
    findings: JSON.stringify(gravestFirst(findings).slice(0, MOST_KEPT)),
    differences: JSON.stringify(differences),
  }
}
