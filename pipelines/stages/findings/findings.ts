import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Finding } from '../../../indicators/model/finding.ts'
import { type Language, localise, Text } from '../../../indicators/model/text.ts'

export const findingCodes = [
  'action-unknown',
  'answer-unreadable',
  'attribute-unknown',
  'cell-blank',
  'cell-error',
  'cell-not-expected',
  'cells-lost',
  'code-ignored',
  'code-unknown',
  'column-missing',
  'column-twice',
  'column-unmapped',
  'combo-unknown',
  'correction-unmatched',
  'country-needed',
  'deletion-too-wide',
  'figures-hidden',
  'file-empty',
  'file-kind-unknown',
  'file-too-large',
  'follow-up-open',
  'formula-uncalculated',
  'header-missing',
  'mapping-unknown',
  'message-damaged',
  'message-empty',
  'message-refused',
  'number-negative',
  'number-not-whole',
  'number-too-large',
  'number-unreadable',
  'period-code-wrong',
  'period-differs',
  'period-not-fitting',
  'period-unreadable',
  'personal-data',
  'place-not-open',
  'place-too-coarse',
  'place-too-fine',
  'place-unclear',
  'place-unknown',
  'public-figure-wrong',
  'reading-stopped',
  'reason-unknown',
  'row-label-unknown',
  'sheet-ignored',
  'sheet-missing',
  'stage-unknown',
  'status-contradicts',
  'status-unknown',
  'structure-unknown',
  'template-changed',
  'template-old',
  'template-other-country',
  'template-other-period',
  'text-damaged',
  'text-encoding-wrong',
  'total-differs',
  'unit-multiplied',
  'value-twice',
  'workbook-damaged',
  'zip-damaged',
  'zip-unsafe',
] as const
const FindingCode = z.enum(findingCodes)
export type FindingCode = z.infer<typeof FindingCode>

const Entry = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  /** The validation rule it belongs to, where it belongs to one. */
  rule: z.string().optional(),
  message: Text,
  /** What values of `kind` mean to the reader. */
  words: z.record(z.string(), Text).optional(),
})

/** Every code with its severity and what it tells the person, from `findings.yaml`. */
export const findingCatalogue = z
  .record(FindingCode, Entry)
  .parse(parse(readFileSync(join(import.meta.dirname, 'findings.yaml'), 'utf8')))

/** What is wrong and how to mend it, in the reader's language; null for codes of other catalogues. */
export function explainFinding({ code, value, params }: Finding, language: Language): string | null {
  const known = FindingCode.safeParse(code)
  if (!known.success) return null
  const { message, words } = findingCatalogue[known.data]
  const kind = words?.[params.kind ?? '']
  const fields: Record<string, string | number> = {
    ...params,
    ...(kind ? { kind: localise(kind, language).text } : {}),
    value,
  }
  return localise(message, language).text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(fields[name] ?? ''),
  )
}
