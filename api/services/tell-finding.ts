import type { Finding } from '../../indicators/model/finding.ts'
import type { Language } from '../../indicators/model/text.ts'
import { explainRule } from '../../pipelines/rules/explain-rule.ts'
import { explainFinding } from '../../pipelines/stages/findings/findings.ts'
import type { Definitions } from './definitions.ts'

/** A finding as a person reads it: where, what stands there, what to do. */
export type ToldFinding = {
  severity: Finding['severity']
  code: string
  file: string
  sheet: string
  cell: string
  value: string
  message: string
}

export function tellFinding(finding: Finding, language: Language, { sources }: Definitions): ToldFinding {
  const { severity, code, at, value } = finding
  const names = { element: (element: string) => sources.elements.get(element)?.title }
  const message = explainFinding(finding, language) ?? explainRule(finding, language, names).message
  return { severity, code, file: at.file, sheet: at.sheet, cell: at.ref, value, message }
}

const weights = { error: 0, warning: 1, info: 2 }

/** Errors first; within one severity in the order of the file. */
export const gravestFirst = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => weights[a.severity] - weights[b.severity])
