import type { CellUse, Explanation } from '../../indicators/model/explanation.ts'
import {
  addressOf,
  excludedWords,
  readingWords,
  reasons,
  ruleWords,
  stepWords,
  titleOf,
  valueWords,
  written,
} from './explain-words.ts'

const SHOWN = 25

/** An explanation as lines a person reads; `all` leaves no row out. */
export function showExplanation(explained: Explanation, all: boolean): string[] {
  const { release, indicator, version, since, window, value, steps, lineage } = explained
  return [
    titleOf(explained),
    `  ${valueWords(value, indicator.unit)}`,
    '',
    `Release     ${release.id}, ${release.edition} edition${release.illustrative ? ', illustrative' : ''}`,
    `Definition  version ${version}, valid since ${since}: ${indicator.definition.en}`,
    `Computed    ${indicator.computation.en}`,
    `Days        ${window.first} – ${window.last}`,
    ...part(
      'Step by step',
      steps.map((step, i) => `${i + 1}. ${stepWords(step)}`),
      true,
    ),
    ...part('Countries', explained.countries.map(countryWords), true),
    ...part('Inputs', inputWords(explained), all),
    ...part('Left out', explained.excluded.map(excludedWords), all),
    ...(lineage ? part('Where it was read', lineage.map(readingWords), all) : []),
    ...(lineage ? [] : ['', 'What it was read from is in the internal edition only.']),
  ]
}

function part(heading: string, lines: readonly string[], all: boolean): string[] {
  if (lines.length === 0) return []
  const shown = all ? lines : lines.slice(0, SHOWN)
  const more = lines.length - shown.length
  return [
    '',
    `${heading} (${lines.length})`,
    ...shown.map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more; --all lists them, --json has them all.`] : []),
  ]
}

function countryWords({
  place,
  name,
  numerator,
  denominator,
  entered,
  why,
  ...value
}: Explanation['countries'][number]) {
  const pair =
    numerator === null || denominator === null ? '' : `${written(numerator)} ÷ ${written(denominator)} = `
  const number = value.value === null ? value.state : `${pair}${written(value.value)}`
  const said = entered
    ? 'in the figure'
    : `not in it: ${why === 'one_side' ? 'one side of the division alone is known' : why ? reasons[why] : 'countries are listed, not added'}`
  return `${place} ${name}: ${number}; ${said}`
}

const inputWords = ({ sides }: Explanation) =>
  sides.flatMap(({ side, terms }) =>
    terms.flatMap(({ element, title, cell, rule, parts }) => {
      const over = rule ? `, ${ruleWords(rule)}` : ''
      const head = `${side}: ${element}${cell === '' ? '' : ` ${cell}`} (${title.en})${over}`
      return parts.length === 0
        ? [head]
        : parts.map(
            ({ place, value, state, reported, expected, excused, withheld }) =>
              `${head}: ${place} ${value === null ? state : written(value)}, ${reported} of ${expected} reported, ${excused} not applicable, ${withheld} withheld`,
          )
    }),
  )

/** What a cell was read as and where it went. */
export function showCell(use: CellUse, all: boolean): string[] {
  const titles = new Map(use.indicators.map(({ id, title }) => [id, title.en]))
  return [
    addressOf(use),
    ...use.readings.flatMap(({ reading, title, figures }) => {
      const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
      return [
        '',
        `Read as ${title.en}`,
        `  ${readingWords(reading)}`,
        ...(figures.length === 0 ? ['  No figure is made of it.'] : []),
        ...[...byIndicator].flatMap(([id, own]) =>
          part(
            `${own[0]?.code} ${titles.get(id)}`,
            own
              .toReversed()
              .map(
                ({ quarter, place, cell, state, value, bounds, use: as }) =>
                  `${quarter} ${place}${cell === '' ? '' : ` ${cell}`}: ${value === null ? (bounds ? 'between bounds' : state) : written(value)}${as === 'counted' ? '' : `; not counted: ${reasons[as]}`}`,
              ),
            all,
          ),
        ),
      ]
    }),
  ]
}
