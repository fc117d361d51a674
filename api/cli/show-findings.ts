import type { ToldFinding } from '../contract/check-file.ts'

const SHOWN = 60

/** Findings as lines: severity, place, what stands there, what to do. The gravest come first. */
export function showFindings(findings: readonly ToldFinding[]): string[] {
  const lines = findings.slice(0, SHOWN).map(({ severity, sheet, cell, value, message }) => {
    const place = [sheet, cell].filter((part) => part !== '').join('!')
    const stands = value === '' ? '' : ` [${value}]`
    return `  ${severity.padEnd(7)} ${place}${stands}  ${message}`
  })
  const more = findings.length - SHOWN
  return more > 0 ? [...lines, `  … and ${more} more; --json lists them all.`] : lines
}

export function countFindings(findings: readonly ToldFinding[]): string {
  const count = (severity: ToldFinding['severity'], word: string) => {
    const found = findings.filter((one) => one.severity === severity).length
    return `${found} ${word}${found === 1 ? '' : 's'}`
  }
  return [count('error', 'error'), count('warning', 'warning'), count('info', 'note')].join(', ')
}
