import { join } from 'node:path'
import type { Language } from '../../indicators/model/text.ts'
import { suggestionTeller } from '../../pipelines/stages/suggest/tell-suggestion.ts'
import type { MappedFile } from './map-file.ts'

type Ending = { language: Language; out: string | null; folder: string }

/** What a suggested reading comes to, and what to do next. */
export function mappingSentences(
  { known, draft, learned, questions, country }: MappedFile,
  { language, out, folder }: Ending,
): string[] {
  const { sentence } = suggestionTeller(new Map(), language)
  const named = ({ id, version }: { id: string; version: number }) => `${id}@${version}`
  return [
    ...(known ? [sentence('known', { mapping: named(known), by: known.by })] : []),
    ...(draft ? [] : [sentence('nothing')]),
    ...(learned ? [sentence('saved', { mapping: named(learned), path: learned.path })] : []),
    ...(questions.length > 0 ? [sentence('answer')] : []),
    ...(draft && out !== null
      ? [sentence('written', { path: out, folder: join(folder, country, `${named(draft)}.yaml`) })]
      : []),
  ]
}
