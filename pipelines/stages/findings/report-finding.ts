import type { Finding } from '../../../indicators/model/finding.ts'
import { type FindingCode, findingCatalogue } from './findings.ts'

export type Place = { sheet?: string; ref?: string }

/** Collects findings about one file. */
export type Report = {
  findings: Finding[]
  add(code: FindingCode, at: Place, value: string, params?: Finding['params']): void
}

/** `heard` is told of each finding at once, for whoever waits while the rest is read. */
export function reportOn(file: string, heard: (finding: Finding) => void = () => {}): Report {
  const findings: Finding[] = []
  return {
    findings,
    add(code, { sheet = '', ref = '' }, value, params = {}) {
      const { severity, rule } = findingCatalogue[code]
      const finding = { code, ...(rule ? { rule } : {}), severity, at: { file, sheet, ref }, value, params }
      findings.push(finding)
      heard(finding)
    },
  }
}
