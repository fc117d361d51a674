import type { Finding } from '../../indicators/model/finding.ts'
import type { Language } from '../../indicators/model/text.ts'
import { explainRule } from '../../pipelines/rules/explain-rule.ts'
import { explainFinding } from '../../pipelines/stages/findings/findings.ts'
import type { ToldFinding } from '../contract/check-file.ts'
import type { Definitions } from './definitions.ts'

/** A finding in a reader's language. */
export function tellFinding(finding: Finding, language: Language, { sources }: Definitions): ToldFinding {
  const names = { element: (element: string) => sources.elements.get(element)?.title }
  return told(finding, explainFinding(finding, language) ?? explainRule(finding, language, names).message)
}

export const told = ({ severity, code, at, value }: Finding, message: string): ToldFinding => ({
  severity,
  code,
  file: at.file,
  sheet: at.sheet,
  cell: at.ref,
  value,
  message,
})

const weights = { error: 0, warning: 1, info: 2 }

/** Errors first; within one severity in the order of the file. */
export const gravestFirst = <One extends Pick<Finding, 'severity'>>(findings: readonly One[]) =>
  [...findings].sort((a, b) => weights[a.severity] - weights[b.severity])
