import { type Format, mediaTypes } from '../contract/endpoint.ts'
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

/** A media type without its parameters, as readers ask for it. */
const nameOf = (format: Format) => mediaTypes[format].split(';')[0] ?? ''

export function chooseFormat(header: string | undefined, offered: readonly Format[]): Format | null {
  const names = offered.map(nameOf)
  const best = choose(names, preferences(header), (name) => [`${name.split('/')[0]}/*`, '*/*'])
  return offered.find((format) => nameOf(format) === best) ?? null
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
