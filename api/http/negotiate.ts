import type { Format } from '../contract/endpoint.ts'
import { type AnswerLanguage, answerLanguages, isAnswerLanguage } from '../services/languages.ts'
import type { Encoding } from '../services/read-release.ts'
import { choose, preferences } from './preferences.ts'

/** The compression a reader gets; null where even plain bytes are refused. */
export function chooseEncoding(header: string | undefined, offered: readonly Encoding[]): Encoding | null {
  const wanted = preferences(header)
  if (wanted.length === 0) return 'identity'
  const refused = (name: string) => wanted.some((entry) => entry.name === name && entry.q === 0)
  const plain = offered.filter((encoding) => encoding === 'identity')
  const compressed = offered.filter((encoding) => encoding !== 'identity')
  const best = choose(compressed, wanted, () => ['*'])
  if (best) return best
  const named = wanted.some(({ name }) => name === 'identity')
  return plain[0] && !refused('identity') && (named || !refused('*')) ? 'identity' : null
}

const mimeNames = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'sdmx.csv': 'application/vnd.sdmx.data+csv',
  arrow: 'application/vnd.apache.arrow.file',
  xml: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<Format, string>

export function chooseFormat(header: string | undefined, offered: readonly Format[]): Format | null {
  const names = offered.map((format) => mimeNames[format])
  const best = choose(names, preferences(header), (name) => [`${name.split('/')[0]}/*`, '*/*'])
  return offered.find((format) => mimeNames[format] === best) ?? null
}

/** Whether a person's browser is asking, rather than a program. */
export const wantsHtml = (header: string | undefined) =>
  header !== undefined &&
  choose(['application/json', 'text/html'], preferences(header), (name) => [
    `${name.split('/')[0]}/*`,
    '*/*',
  ]) === 'text/html'

/** The language of an answer: the address's, else what the browser prefers, else English. */
export function chooseLanguage(path: string, header: string | undefined): AnswerLanguage {
  const prefix = path.split('/')[1] ?? ''
  if (isAnswerLanguage(prefix)) return prefix
  const wanted = preferences(header).map(({ name, q }) => ({ name: name.split('-')[0] ?? name, q }))
  return choose(answerLanguages, wanted, () => ['*']) ?? 'en'
}
