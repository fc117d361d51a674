import type { ToldFinding } from '../../api/contract/check-file.ts'

/** Findings that are mended in the same way. */
export interface Repair {
  code: string
  severity: ToldFinding['severity']
  findings: readonly ToldFinding[]
}

const gravity = ['error', 'warning', 'info'] as const

/** Shape   one per code, errors first, then by how many there are */
export function groupFindings(findings: readonly ToldFinding[]): Repair[] {
  return [...Map.groupBy(findings, ({ code }) => code)]
    .map(([code, all]) => ({ code, severity: all[0]?.severity ?? ('info' as const), findings: all }))
    .sort(
      (a, b) =>
        gravity.indexOf(a.severity) - gravity.indexOf(b.severity) || b.findings.length - a.findings.length,
    )
}

/** `Prisons!C7`, or the cell alone where the file has no sheets. */
export const spotOf = ({ sheet, cell }: { sheet: string; cell: string }) =>
  [sheet, cell].filter((part) => part !== '').join('!')
