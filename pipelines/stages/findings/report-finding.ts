import type { Finding } from '../../../indicators/model/finding.ts'
import { type FindingCode, findingCatalogue } from './findings.ts'

export type Place = { sheet?: string; ref?: string }

/** Collects findings about one file. */
export type Report = {
  findings: Finding[]
  add(code: FindingCode, at: Place, value: string, params?: Finding['params']): void
}

export function reportOn(file: string): Report {
  const findings: Finding[] = []
  return {
    findings,
    add(code, { sheet = '', ref = '' }, value, params = {}) {
      const { severity, rule } = findingCatalogue[code]
      findings.push({ code, ...(rule ? { rule } : {}), severity, at: { file, sheet, ref }, value, params })
    },
  }
}
