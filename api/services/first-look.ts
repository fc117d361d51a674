import { countries } from '../../indicators/model/place.ts'
import { type Language, localise } from '../../indicators/model/text.ts'
import { findingCatalogue } from '../../pipelines/stages/findings/findings.ts'
import type { FirstLook } from '../contract/get-first-look.ts'
import { loadDefinitions } from './definitions.ts'

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

const registeredPlaces = () => {
  const { sources } = loadDefinitions()
  return countries.flatMap((country) => sources.places[country])
}
let places: FirstLook['places'] | undefined

/** Errors: `definitions-wrong` */
export function firstLook(language: Language): FirstLook {
  places ??= registeredPlaces()
  const sentences = unsent.map((code) => {
    const { message, words = {} } = findingCatalogue[code]
    const kinds = Object.entries(words).map(([kind, text]) => [kind, localise(text, language).text])
    return [code, { text: localise(message, language).text, kinds: Object.fromEntries(kinds) }] as const
  })
  return { places, sentences: Object.fromEntries(sentences) }
}
