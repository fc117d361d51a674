import type { DataElement } from '../../indicators/model/data-element.ts'
import { countries } from '../../indicators/model/place.ts'
import { type Language, localise } from '../../indicators/model/text.ts'
import { findingCatalogue } from '../../pipelines/stages/findings/findings.ts'
import { suggestionTeller } from '../../pipelines/stages/suggest/tell-suggestion.ts'
import { useOf } from '../../pipelines/stages/suggest/use.ts'
import type { FirstLook } from '../contract/get-first-look.ts'
import { type Definitions, loadDefinitions } from './definitions.ts'

/** The findings of a file that a browser does not send. */
const unsent = [
  'personal-data',
  'cells-lost',
  'file-kind-unknown',
  'file-too-large',
  'file-empty',
  'message-damaged',
  'zip-damaged',
  'zip-unsafe',
  'workbook-damaged',
  'text-encoding-wrong',
  'text-damaged',
  'reading-stopped',
] as const

let known: Definitions['sources'] | undefined

/** Errors: `definitions-wrong` */
export function firstLook(language: Language): FirstLook {
  known ??= loadDefinitions().sources
  const { places, elements } = known
  const sentences = unsent.map((code) => {
    const { message, words = {} } = findingCatalogue[code]
    const kinds = Object.entries(words).map(([kind, text]) => [kind, localise(text, language).text])
    return [code, { text: localise(message, language).text, kinds: Object.fromEntries(kinds) }] as const
  })
  return {
    places: countries.flatMap((country) => places[country]),
    meanings: meaningsOf(elements, language),
    sentences: Object.fromEntries(sentences),
  }
}

/** Places, periods, and each element whole and by sex where it is split so. */
function meaningsOf(elements: ReadonlyMap<string, DataElement>, language: Language): FirstLook['meanings'] {
  const { useWords } = suggestionTeller(elements, language)
  const counts = [...elements.values()].flatMap(({ id, dimensions: by }) => [
    id,
    ...(by.includes('sex') ? [`${id}/sex:female`, `${id}/sex:male`] : []),
  ])
  return ['place', 'period', ...counts].map((answer) => ({ answer, text: useWords(useOf(answer, elements)) }))
}
