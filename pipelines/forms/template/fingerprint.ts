import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Quarter } from '../../../indicators/model/period.ts'
import { Country } from '../../../indicators/model/place.ts'
import { Language } from '../../../indicators/model/text.ts'
import type { TemplateSheet } from './layout.ts'

const VERSION = 1
const NAME = 'waymark-template'

/** What a form is for, kept inside it so that it is known under any name. */
export const Fingerprint = z.strictObject({
  version: z.literal(VERSION),
  country: Country,
  quarter: Quarter,
  report: z.string().regex(/^[A-Z]{3}-[a-z-]+$/),
  language: Language,
  /** Of everything above and of what each cell of the form asks for. */
  checksum: z.string().regex(/^[0-9a-f]{12}$/),
})
export type Fingerprint = z.infer<typeof Fingerprint>
type Unsigned = Omit<Fingerprint, 'checksum' | 'version'>

export const sign = (request: Unsigned, sheets: readonly TemplateSheet[]): Fingerprint => ({
  ...request,
  version: VERSION,
  checksum: checksumOf(request, sheets),
})

export function checksumOf(
  { country, quarter, report, language }: Unsigned,
  sheets: readonly TemplateSheet[],
) {
  const asked = sheets.map(({ scope, frequency, asked }) => [
    scope,
    frequency,
    ...asked.map(({ key }) => key),
  ])
  const text = JSON.stringify([VERSION, country, quarter, report, language, asked])
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** `waymark-template/1 TUN 2021-Q2 TUN-programme ar 1a2b3c4d5e6f` */
export const writeFingerprint = ({ version, country, quarter, report, language, checksum }: Fingerprint) =>
  [`${NAME}/${version}`, country, quarter, report, language, checksum].join(' ')

export const looksLikeFingerprint = (text: string) => text.startsWith(`${NAME}/`)

/** Null where it was tampered with, or is of another version of the form. */
export function readFingerprint(text: string): Fingerprint | null {
  const [name = '', country, quarter, report, language, checksum] = text.trim().split(' ')
  const version = Number(name.slice(NAME.length + 1))
  return Fingerprint.safeParse({ version, country, quarter, report, language, checksum }).data ?? null
}
