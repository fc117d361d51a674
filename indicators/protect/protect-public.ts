import type { Computed } from '../compute/compute-indicators.ts'
import { definitionFor, versionsOf } from '../model/definition-history.ts'
import type { Definition } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { placeLevel } from '../model/place.ts'
import type { Standing } from '../model/released.ts'
import { keysBehind, type UsedValue } from './lattice/counted.ts'
import type { Ledger } from './lattice/ledger.ts'
import type { Policy } from './policy.ts'
import { protectCounts } from './protect-counts.ts'
import { type Components, componentsOf } from './quantity.ts'
import type { Progress } from './suppress/suppress.ts'

type Value = Computed['values'][number]
type Used = Value & Pick<UsedValue, 'components'>

/** `unproven` names the numbers because of which nothing new is shown of what they hang together with. */
export type PublicEdition = { computed: Computed; ledger: Ledger; unproven: string[] }

type Publication = { policy: Policy; earlier: readonly Ledger[]; tell: Progress }

/**
 * What may be shown to everybody: no facilities, no restricted figure below its level, no small number of people and
 * nothing from which one follows, also together with what earlier releases showed.
 *
 * Reads   everything computed, and the ledgers of all releases before
 * Shape   the same values; a withheld one has the state `suppressed` and no number, coverage or mark. No evidence
 * Source  docs/disclosure.md
 */
export async function protectPublic(
  computed: Computed,
  logframe: Logframe,
  { policy, earlier, tell }: Publication,
): Promise<PublicEdition> {
  const indicators = new Map(logframe.indicators.map((indicator) => [indicator.id, indicator]))
  const components = new Map<string, Components>(
    logframe.indicators
      .flatMap(versionsOf)
      .map((definition) => [keyOf(definition), componentsOf(definition, logframe)]),
  )
  const none: Components = { numerator: null, denominator: null, nested: false }
  const definitionOf = ({ indicator: id, quarter }: Value) => {
    const indicator = indicators.get(id)
    return indicator && definitionFor(indicator, quarter)
  }
  const componentsFor = (value: Value) => {
    const definition = definitionOf(value)
    return (definition && components.get(keyOf(definition))) ?? none
  }
  const isAllowedAt = (value: Value) => {
    const level = placeLevel(value.place)
    const definition = definitionOf(value)
    if (level === 'facility' || !definition) return false
    return (
      level !== 'region' ||
      (policy.lowestLevel[definition.sensitivity] === 'region' && isForRegions(componentsFor(value)))
    )
  }
  const kept = computed.values
    .filter(isAllowedAt)
    .map((value) => ({ ...value, components: componentsFor(value) }))
  const { hidden: withheld, ledger, unproven } = await protectCounts(kept, policy, earlier, tell)
  const isHidden = (value: Used) =>
    value.state === 'observed' && (isBoundedPeople(definitionOf(value)) || isWithheld(value, withheld))
  const values = kept
    .filter((value) => !(isNotStated(value) && isHidden(value)))
    .map(({ components, ...value }) =>
      isHidden({ ...value, components }) ? hidden(value) : withoutUnits(value),
    )
  const shown = new Set(values.filter(({ state }) => state !== 'suppressed').map(figureKey))
  const shownComputed = {
    ...computed,
    values,
    otherWindows: [],
    evidence: [],
    places: computed.places.filter(({ code }) => placeLevel(code) !== 'facility'),
    standings: computed.standings
      .filter(({ place }) => ['programme', 'country'].includes(placeLevel(place)))
      .map((standing) =>
        shown.has(figureKey(standing))
          ? standing
          : { ...standing, status: 'not_rated' as const, progress: planOnly(standing) },
      ),
  }
  return { computed: shownComputed, ledger, unproven }
}

/** A number stands for what its definition was made of. */
const keyOf = ({ id, version }: Pick<Definition, 'id' | 'version'>) => `${id} ${version}`

const figureKey = ({
  indicator,
  place,
  quarter,
  cell,
}: Pick<Value, 'indicator' | 'place' | 'quarter' | 'cell'>) => [indicator, place, quarter, cell].join('|')

/** Both ends of different people are made of counts that may be withheld, so they are not for everybody. */
const isBoundedPeople = (definition: Definition | undefined) => definition?.formula.kind === 'persons_unique'

/** A row that is there only where somebody's category is not stated says so even without its number. */
const isNotStated = ({ cell }: Value) => cell.endsWith('=unknown')

/** Persons, not facilities; and not of programme facilities alone: either would tell which facility it is. */
function isForRegions({ numerator, denominator }: Components) {
  const quantities = [numerator, denominator].flatMap((component) => component?.quantity ?? [])
  return quantities.some(({ persons }) => persons) && !quantities.some(({ fewUnits }) => fewUnits)
}

/** How many parts a region expects is how many facilities it has. */
const withoutUnits = (value: Value): Value =>
  placeLevel(value.place) === 'region' ? { ...value, coverage: null } : value

function isWithheld(value: UsedValue, withheld: ReadonlySet<string>) {
  const { over, under } = keysBehind(value)
  return [over, under].some((key) => key !== null && key !== undefined && withheld.has(key))
}

const hidden = ({ bounds: _, ...value }: Value): Value => ({
  ...value,
  state: 'suppressed',
  value: null,
  numerator: null,
  denominator: null,
  partial: false,
  carried: false,
  coverage: null,
})

/** The plan is public; whatever the actual value enters is not. */
const planOnly = ({ progress }: Standing): Standing['progress'] => ({
  ...progress,
  attainment: null,
  toFinal: null,
  toMilestone: null,
  planRatio: null,
  gap: null,
})
