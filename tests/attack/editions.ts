import { termsOf } from '../../indicators/logframe/formula-terms.ts'
import { definitionFor } from '../../indicators/model/definition-history.ts'
import type { Indicator } from '../../indicators/model/indicator.ts'
import { countries, countryOf, PROGRAMME } from '../../indicators/model/place.ts'
import type { Figure } from './figure.ts'

export type FindEdition = (figure: Figure, place: string) => string

/**
 * Which releases speak of the same numbers: a country's quarter of an element is another number from the release on that
 * shows anything of it otherwise than the release before. What nothing shows to have changed has not.
 *
 * Shape   the empty text until the first change
 */
export function editionsOf(
  figures: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
): FindEdition {
  const releases = [...new Set(figures.map(({ release }) => release))].sort()
  if (releases.length < 2) return () => ''
  const keysOf = ({ indicator, quarter }: Figure, place: string) => {
    const found = indicators.get(indicator)
    const elements = found
      ? termsOf(definitionFor(found, quarter).formula).map(({ term }) => term.element)
      : []
    return elements.map((element) => `${element} ${countryOf(place)} ${quarter}`)
  }
  const shown = new Map(figures.map((figure) => [`${figure.release} ${spotOf(figure)}`, figure]))
  const changed = new Map<string, Set<string>>()
  releases.slice(1).forEach((release, nth) => {
    const before = releases[nth]
    const differing = figures.filter((figure) => {
      if (figure.release !== release) return false
      const earlier = shown.get(`${before} ${spotOf(figure)}`)
      return earlier !== undefined && !sameNumbers(earlier, figure)
    })
    changed.set(
      release,
      new Set(differing.flatMap((figure) => placesBehind(figure).flatMap((place) => keysOf(figure, place)))),
    )
  })
  return (figure, place) => {
    const keys = keysOf(figure, place)
    const last = releases
      .filter((release) => release <= figure.release)
      .findLast((release) => keys.some((key) => changed.get(release)?.has(key)))
    return last ?? ''
  }
}

/** A programme figure that changed does not say in which country. */
const placesBehind = ({ place }: Figure): readonly string[] => (place === PROGRAMME ? countries : [place])

const spotOf = ({ indicator, place, quarter, cell }: Figure) => [indicator, place, quarter, cell].join(' ')

/** What is shown stays shown while it is the same, so that withheld in one of them alone says that it is not. */
const sameNumbers = (one: Figure, other: Figure) =>
  isThere(one) === isThere(other) &&
  (['value', 'numerator', 'denominator'] as const).every((part) => one.numbers[part] === other.numbers[part])

const isThere = ({ state }: Figure) => state === 'observed' || state === 'suppressed'
