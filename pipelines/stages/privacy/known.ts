import type { Place } from '../../../indicators/model/place.ts'
import { normaliseText } from '../values/normalise-text.ts'
import { kindInHeader, kindOfHeader } from './header-signs.ts'
import { hasGivenName, isNameByForm, isNameByWords, mayBeName, mayBePart } from './name-signs.ts'
import { remembered, speaksOf } from './plain-text.ts'
import { listTitles, otherDates, placeHeaders, weakNames } from './words/header-words.ts'
import { signers, things } from './words/value-words.ts'

/** What is asked of the texts of one file, each answered once; it ends with the file. */
export type Known = ReturnType<typeof knownFrom>

const weak = new Set(weakNames.map(normaliseText))
const speaksOfThing = speaksOf(things)
const speaksOfSigner = speaksOf(signers)
const speaksOfPlace = speaksOf(placeHeaders)
const speaksOfList = speaksOf(listTitles)
const speaksOfOtherDate = speaksOf(otherDates)

export function knownFrom(places: readonly Place[]) {
  const names = new Set(
    places.flatMap(({ name, code, aliases }) => [name, code, ...aliases]).map(normaliseText),
  )
  const normal = remembered(normaliseText)
  const isPlace = (text: string) => names.has(normal(text))
  const speaking = (speaks: (normal: string) => boolean) => remembered((text) => speaks(normal(text)))
  const unlessPlace = (test: (text: string) => boolean) => remembered((text) => test(text) && !isPlace(text))
  return {
    normal,
    isPlace,
    isThing: speaking(speaksOfThing),
    isSigner: speaking(speaksOfSigner),
    isPlaceHeader: speaking(speaksOfPlace),
    isListTitle: speaking(speaksOfList),
    isOtherDate: speaking(speaksOfOtherDate),
    isWeakHeader: (text: string) => weak.has(normal(text).replace(/[:*.]$/, '')),
    kindOfHeader: remembered(kindOfHeader),
    kindInHeader: remembered(kindInHeader),
    mayBeName: unlessPlace(mayBeName),
    mayBePart: unlessPlace(mayBePart),
    isNameByForm: unlessPlace(isNameByForm),
    isNameByWords: unlessPlace(isNameByWords),
    hasGivenName: remembered(hasGivenName),
  }
}
