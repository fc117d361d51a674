import type { DataElement } from '../model/data-element.ts'
import type { Definition, Indicator } from '../model/indicator.ts'
import { checkFormula } from './check-formula.ts'
import { checkWithHistory } from './check-history.ts'
import { type Located, type LogframeProblem, problemAt } from './problem.ts'

type Rule = (indicator: Definition, file: string) => [path: PropertyKey[], message: string] | undefined

const levelOf = (code: string): Definition['level'] =>
  code.startsWith('GO')
    ? 'impact'
    : code.startsWith('SO')
      ? 'outcome'
      : code.startsWith('OP')
        ? 'output'
        : code.startsWith('X')
          ? 'cross-cutting'
          : 'context'

function unitsOf({ formula }: Definition): string[] {
  switch (formula.kind) {
    case 'ratio':
      return { 1: ['ratio'], 100: ['percentage'], 1000: ['per-1000'], 100000: ['ratio'] }[formula.scale]
    case 'share_of_facilities':
    case 'milestone':
      return ['percentage']
    case 'weighted_mean':
    case 'external':
      return ['score']
    case 'ordinal':
      return ['stage']
    case 'yes_no':
      return ['yes-no']
    case 'qualitative':
      return ['qualitative']
    default:
      return ['number']
  }
}

const geographyOf = {
  count: 'sum',
  facilities_with: 'sum',
  ratio: 'ratio_of_sums',
  weighted_mean: 'ratio_of_sums',
  share_of_facilities: 'ratio_of_sums',
  persons_unique: 'sum',
  milestone: 'list_only',
  ordinal: 'distribution',
  yes_no: 'count_of_units',
  qualitative: 'list_only',
  external: 'list_only',
} as const

const rules: Rule[] = [
  ({ id }, file) =>
    file.endsWith(`/${id}.yaml`)
      ? undefined
      : [['id'], `an indicator's file is named after it: call the file ${id}.yaml`],
  ({ code, level }) =>
    level === levelOf(code)
      ? undefined
      : [['level'], `${code} is of another level: write level: ${levelOf(code)}`],
  ({ code, area }) => {
    const own = /^OP(\d)/.exec(code)?.[1]
    return own === undefined || area === `FA${own}`
      ? undefined
      : [['area'], `${code} belongs to focus area ${own}: write area: FA${own}`]
  },
  ({ code, objectives }) => {
    const own = /^(GO|SO\d)/.exec(code)?.[1]
    return own === undefined || objectives.some((objective) => objective === own)
      ? undefined
      : [['objectives'], `${code} is an indicator of ${own}: write objectives: [${own}]`]
  },
  ({ level, objectives }) =>
    level === 'context' || objectives.length > 0
      ? undefined
      : [['objectives'], 'an indicator serves an objective: write GO, SO1 or SO2'],
  ({ level, objectives, direction, targetMode }) =>
    level === 'context' && (objectives.length > 0 || direction !== 'none' || targetMode !== 'none')
      ? [
          ['level'],
          'a context series has no target: write objectives: [], direction: none and targetMode: none',
        ]
      : undefined,
  (indicator) =>
    unitsOf(indicator).includes(indicator.unit)
      ? undefined
      : [['unit'], `this formula gives another unit: write unit: ${unitsOf(indicator).join(' or ')}`],
  ({ formula, geography }) =>
    geography === geographyOf[formula.kind]
      ? undefined
      : [
          ['geography'],
          `countries of a ${formula.kind} combine otherwise: write geography: ${geographyOf[formula.kind]}`,
        ],
  ({ targetMode, window }) =>
    (targetMode === 'cumulative' || targetMode === 'per_period') && window !== 'since_start'
      ? [
          ['targetMode'],
          `a ${targetMode === 'cumulative' ? 'cumulative target' : 'target per period'} counts from the start: write window: since_start, or targetMode: level`,
        ]
      : undefined,
  ({ formula, targetMode, window }) =>
    formula.kind === 'count' &&
    formula.of.over === 'sum' &&
    window === 'since_start' &&
    targetMode === 'level'
      ? [['targetMode'], 'a count since the start grows: write targetMode: cumulative']
      : undefined,
  ({ direction, range }) =>
    (direction === 'range') === (range !== undefined)
      ? undefined
      : [['range'], 'a range goes with direction: range, and only with it: write both, or neither'],
  ({ range }) =>
    range && range.low >= range.high
      ? [['range', 'high'], `a range ends above its beginning: write a high above ${range.low}`]
      : undefined,
  ({ formula, targetMode }) =>
    targetMode === 'per_period' && !(formula.kind === 'count' && formula.of.over === 'sum')
      ? [
          ['targetMode'],
          'aims per period are added up, as only a count of what happened can be: write targetMode: level',
        ]
      : undefined,
  ({ sensitivity, byRegion }) =>
    sensitivity === 'S2' && byRegion
      ? [['byRegion'], 'an S2 indicator is never shown by region: write byRegion: false']
      : undefined,
  ({ breakdowns, byRegion }) => {
    const i = breakdowns.findIndex(({ levels }) => levels === 'region')
    return i < 0 || byRegion
      ? undefined
      : [
          ['breakdowns', i, 'levels'],
          'the indicator itself is not by region: write levels: country, or byRegion: true',
        ]
  },
]

/** Mistakes of indicators that fit the schema: among themselves, in their own fields, and against the elements. */
export function checkIndicators(
  indicators: readonly Located<Indicator>[],
  elements: ReadonlyMap<string, DataElement>,
  elementIds: readonly string[],
): LogframeProblem[] {
  return [
    ...repeats(indicators, 'id'),
    ...repeats(indicators, 'code'),
    ...indicators.flatMap((indicator) =>
      checkWithHistory(indicator, (definition) => [
        ...checkRules(definition),
        ...checkFormula(definition, elements, elementIds),
      ]),
    ),
  ]
}

const checkRules = (definition: Located<Definition>) =>
  rules.flatMap((rule) => {
    const found = rule(definition.value, `/${definition.file}`)
    return found ? [problemAt(definition, ...found)] : []
  })

/** Every second use of what must be unique. */
export function repeats<Key extends string>(
  parts: readonly Located<Record<Key, string>>[],
  key: Key,
): LogframeProblem[] {
  const first = new Map<string, Located<Record<Key, string>>>()
  return parts.flatMap((one) => {
    const name = one.value[key]
    const earlier = first.get(name)
    if (earlier === undefined) first.set(name, one)
    return earlier
      ? [
          problemAt(
            one,
            [key],
            `the ${key} ${name} is already used in ${earlier.file}:${earlier.lineOf(key)}: write another`,
          ),
        ]
      : []
  })
}
