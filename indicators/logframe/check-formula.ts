import { type Dimension, dimensions } from '../model/breakdown.ts'
import type { DataElement } from '../model/data-element.ts'
import type { Definition, Formula, TimeRule } from '../model/indicator.ts'
import { termsOf, type UsedTerm } from './formula-terms.ts'
import { instead } from './nearest.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'

const frequencies = ['quarterly', 'six-monthly', 'annual'] as const
const kindsWanted: Partial<Record<Formula['kind'], DataElement['kind']>> = {
  facilities_with: 'status',
  share_of_facilities: 'status',
  ordinal: 'ordinal',
  milestone: 'ordinal',
  yes_no: 'status',
  qualitative: 'text',
  external: 'score',
}

/** Whether an indicator's formula and breakdowns fit the elements they are made of. */
export function checkFormula(
  indicator: Located<Definition>,
  elements: ReadonlyMap<string, DataElement>,
  elementIds: readonly string[],
): LogframeProblem[] {
  return termsOf(indicator.value.formula).flatMap((used) => {
    const name = used.term.element
    const element = elements.get(name)
    if (!element) {
      const message = `there is no element ${name}: ${instead(name, elementIds)}`
      return elementIds.includes(name) ? [] : [problemAt(indicator, [...used.path, 'element'], message)]
    }
    return [
      ...checkTerm(used, element).map(({ path, message }) => problemAt(indicator, path, message)),
      ...checkKind(indicator, element),
      ...checkReach(indicator, element),
      ...checkBreakdowns(indicator, used, element),
    ]
  })
}

function checkTerm({ term, over, path }: UsedTerm, element: DataElement) {
  const found: { path: PropertyKey[]; message: string }[] = []
  for (const [by, category] of Object.entries(term.only ?? {})) {
    const at = [...path, 'only', by]
    if (!element.dimensions.includes(by as Dimension))
      found.push({
        path: at,
        message: `${element.id} is not counted by ${by}: ${instead(by, element.dimensions)}`,
      })
    else if (!(dimensions[by as Dimension] as readonly string[]).includes(category))
      found.push({
        path: at,
        message: `"${category}" is not a ${by}: ${instead(category, dimensions[by as Dimension])}`,
      })
  }
  if (term.programmeOnly && element.scope !== 'all-facilities')
    found.push({
      path: [...path, 'programmeOnly'],
      message: `${element.id} does not come from all facilities (its scope is ${element.scope}): remove programmeOnly`,
    })
  const better = over && betterRule(element.kind, over)
  if (better)
    found.push({
      path: [...path.slice(0, -2), 'over'],
      message: `${element.id} is a ${element.kind}, which "over: ${over}" does not fit: write ${better}`,
    })
  return found
}

/** A flow is added over time; everything else is a situation, of which the latest counts. */
function betterRule(kind: DataElement['kind'], over: TimeRule): string | undefined {
  if (kind === 'flow') return over === 'last' || over === 'mean_of_period_ends' ? 'over: sum' : undefined
  return over === 'sum' ? 'over: last, or over: mean_of_period_ends for a denominator' : undefined
}

function checkKind(indicator: Located<Definition>, element: DataElement): LogframeProblem[] {
  const { kind } = indicator.value.formula
  const wanted = kindsWanted[kind]
  if (!wanted || element.kind === wanted) return []
  const message = `${kind} needs an element of kind ${wanted}, and ${element.id} is a ${element.kind}: write another element or another kind of formula`
  return [problemAt(indicator, ['formula', 'element'], message)]
}

/** Frequency, class and regions cannot be finer than what is delivered. */
function checkReach(indicator: Located<Definition>, element: DataElement): LogframeProblem[] {
  const { frequency, sensitivity, byRegion } = indicator.value
  const found: LogframeProblem[] = []
  if (frequencies.indexOf(frequency) < frequencies.indexOf(element.frequency))
    found.push(
      problemAt(
        indicator,
        ['frequency'],
        `the frequency of ${element.id} is ${element.frequency}: write frequency: ${element.frequency}`,
      ),
    )
  if (sensitivity < element.sensitivity)
    found.push(
      problemAt(
        indicator,
        ['sensitivity'],
        `${element.id} is ${element.sensitivity}: write sensitivity: ${element.sensitivity}`,
      ),
    )
  if (byRegion && element.scope === 'country')
    found.push(
      problemAt(
        indicator,
        ['byRegion'],
        `${element.id} is delivered for the country as a whole: write byRegion: false`,
      ),
    )
  return found
}

function checkBreakdowns(
  indicator: Located<Definition>,
  { term }: UsedTerm,
  element: DataElement,
): LogframeProblem[] {
  const fixed = Object.keys(term.only ?? {})
  return indicator.value.breakdowns.flatMap(({ by }, i) => {
    const at = (message: string) => [problemAt(indicator, ['breakdowns', i, 'by'], message)]
    if (!element.dimensions.includes(by)) {
      const has = element.dimensions.length > 0 ? `only by ${element.dimensions.join(', ')}` : 'by nothing'
      return at(
        `${element.id} is not counted by ${by} (${has}): remove the breakdown, or let the element have it`,
      )
    }
    if (fixed.length === 0) return []
    const needed = [...new Set([...fixed, by])].sort().join(' × ')
    const crossed = (element.crosses ?? []).some((cross) => [...cross].sort().join(' × ') === needed)
    return crossed
      ? []
      : at(
          `a breakdown by ${by} needs ${element.id} by ${needed}: add that to its crosses, or remove the breakdown`,
        )
  })
}
