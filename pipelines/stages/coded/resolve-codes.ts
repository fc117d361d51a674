import { Cell, cellOf, parseCell } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Place, placeLevel, placeLevels } from '../../../indicators/model/place.ts'
import { levelOf } from '../map/map-rows.ts'
import type { Categories, CodeBook, CodedElement } from './code-book.ts'
import type { CodedValue } from './coded-value.ts'
import type { Say } from './map-message.ts'

export function elementOf({ element }: CodedValue, { elements }: CodeBook, say: Say): CodedElement | null {
  return (
    elements.find(element) ?? say('code-unknown', 'element', { nearest: elements.nearest(element) ?? '–' })
  )
}

export function placeOf({ place: code }: CodedValue, book: CodeBook, say: Say): Place | null {
  const { place, candidates } = book.place(code)
  if (place) return place
  if (candidates.length > 0)
    return say('place-unclear', 'place', {
      places: candidates.map((one) => `${one.name} (${one.code})`).join(', '),
    })
  return say('place-unknown', 'place', { nearest: book.nearestPlace(code) })
}

/** The cell a row is about: what its element says by itself, with one code for all or with an option for each category. */
export function cellOfValue(
  value: CodedValue,
  { element, cell: own }: CodedElement,
  book: CodeBook,
  say: Say,
): Cell | null {
  const meanings = value.combo === '' ? optionsOf(value, book) : combosOf(value.combo, book)
  const cells = new Set(meanings.flatMap((parts) => merged([own, ...parts]) ?? []).map(cellOf))
  const [cell, ...others] = [...cells].filter((one) => book.cells(element).has(one))
  if (cell !== undefined && others.length === 0) return cell
  return cells.size === 0 || others.length > 0
    ? say('combo-unknown', 'combo')
    : say('cell-not-expected', 'combo', { element: element.id })
}

/** Null where two parts contradict each other. */
function merged(parts: readonly Categories[]): Categories | null {
  const whole: Record<string, string> = {}
  for (const part of parts)
    for (const [dimension, category] of Object.entries(part)) {
      if ((whole[dimension] ?? category) !== category) return null
      whole[dimension] = category
    }
  return whole
}

/** A name such as “other” may be several combinations; the element knows which of them it has. */
function combosOf(combo: string, { combos }: CodeBook): Categories[][] {
  const known = combos.all(combo).map((cell) => [cell])
  if (known.length > 0 || !combo.includes('=')) return known
  return Cell.safeParse(combo).success ? [[parseCell(combo)]] : []
}

/** An attribute of HXL names an option without its category. */
function optionsOf({ options }: CodedValue, book: CodeBook): Categories[][] {
  const written = Object.entries(options).filter(([, option]) => option !== '')
  return written.reduce<Categories[][]>(
    (ways, [category, option]) => {
      const meanings = (category.startsWith('+') ? book.any : book.category(category))?.all(option) ?? []
      return ways.flatMap((parts) => meanings.map((meaning) => [...parts, meaning]))
    },
    [[]],
  )
}

/** Whether an element is delivered at the level of a place: neither for a whole region nor, where it is restricted, for one facility. */
export function checkLevel({ id, scope }: DataElement, { code, name }: Place, say: Say): boolean {
  const [wanted, given] = [placeLevels.indexOf(levelOf[scope]), placeLevels.indexOf(placeLevel(code))]
  if (given < wanted) say('place-too-coarse', 'place', { place: name })
  if (given > wanted) say('place-too-fine', 'place', { place: name, element: id, level: levelOf[scope] })
  return given === wanted
}
