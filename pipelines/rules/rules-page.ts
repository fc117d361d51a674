import { localise } from '../../indicators/model/text.ts'
import { loadRules } from './load-rules.ts'
import type { Check, Rule, Side } from './rule.ts'

const before = `# Validation rules

Every file is checked by these rules before a person looks at it. They are data, in \`pipelines/rules/*.yaml\`; this page is
written from them, and a test says when it is out of date (\`npx vitest run tests/pipelines/rules/load-rules.test.ts -u\`
writes it anew).

**Errors** block a submission, **warnings** want a comment, **infos** are shown. A rule is skipped, never passed, where a side
has no value. Each names what a missing value does: \`skip_if_any_missing\` (nothing can be said), \`skip_if_all_missing\`
(what is missing adds nothing, as long as something is there) or \`missing_is_zero\`. An observed 0 is a value.

Rules compare one place, one period and one cell. A flow is the sum of its periods in the period compared, if they cover it; a
stock is its value on the last day, or *on the eve*, the day before the period. Facilities are added up to a region or a
country only if all that should report did. A finding names the cells it is about; of several for one cell and rule only the
most severe is kept.

## Running totals

Figures that run from the start of the year or of the programme are taken apart first: each less the one before. Where the
one before is missing the stretch cannot be separated and counts as one joined period. Where a total fell, the period is
negative, is kept as a correction, and rule O03 asks for a reason. Where a country sends single periods too, these count, and
are taken off the running total that covers them.

## Outliers

A count that stands out is explained or corrected. Small counts move by chance: they are held against the exact Poisson band
around their level, or the spread the series itself usually has, whichever is wider. Larger ones are held against the median
absolute deviation of their series, never taken for less than the spread of chance. The level of a flow is the median of its
last twelve values; a stock drifts, so its level is the value before, and a large one is judged by its changes.
A flow that has moved to a new level is asked about once.

## The rules
`

/** `docs/rules.md`: what the rules are, for the people whose files they check. */
export const rulesPage = () => `${before}\n${loadRules().rules.map(section).join('\n\n')}\n`

const section = (rule: Rule) =>
  [
    `### ${rule.id} ${localise(rule.title, 'en').text}`,
    '',
    `${rule.level[0]?.toUpperCase()}${rule.level.slice(1)} · \`${rule.missing}\`${scopeOf(rule)}`,
    '',
    ...linesOf(rule).map((line) => `- ${line}`),
  ].join('\n')

const scopeOf = (rule: Rule) =>
  rule.kind !== 'compare' || rule.place === 'delivered' ? '' : ` · added up to the ${rule.place}`

function linesOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'compare':
      return rule.checks.map((check) => lineOf(check, rule.cells))
    case 'parts':
      return [`every element split by ${rule.by}: the parts (at least ${rule.needed.join(', ')}) = the whole`]
    case 'outlier':
      return [`counts of persons with a median from ${rule.median.from}${below(rule)}: ${screenOf(rule)}`]
    case 'correction':
      return ['running totals: this one ≥ the one before']
    case 'reading':
      return ['checked while the file is read']
  }
}

type Outlier = Extract<Rule, { kind: 'outlier' }>
const below = ({ median }: Outlier) => (median.below === undefined ? '' : ` to below ${median.below}`)
const screenOf = ({ screen, cutoff, history }: Outlier) =>
  `${screen === 'poisson' ? `each tail of chance ${cutoff}` : `modified z above ${cutoff}`}, with ${history} earlier values or more`

const signs: Record<Check['is'], string> = {
  at_most: '≤',
  at_least: '≥',
  above: '>',
  equal: '=',
  both_or_none: 'present with',
  not_both: 'not present with',
}

function lineOf({ each, left, is, right, within, onlyIf, places, level, cells }: Check, ruleCells: string) {
  const { kinds = [], programme } = places ?? {}
  return [
    `${sideOf(left)} ${signs[is]} ${sideOf(right)}`,
    ...(within
      ? [`give or take ${within.share * 100} % or ${Math.round(within.units)}, whichever is more`]
      : []),
    ...(onlyIf ? [`where ${onlyIf.element} = ${onlyIf.equals}`] : []),
    ...(each ? [`for each ${each === 'people' ? 'count of persons' : `of ${each.join(', ')}`}`] : []),
    ...kinds.map((kind) => `in ${kind} facilities`),
    ...(programme === false ? ['in facilities outside the programme'] : []),
    ...((cells ?? ruleCells) === 'total' ? ['totals only'] : []),
    ...(level ? [`a ${level}`] : []),
  ].join(', ')
}

function sideOf(side: Side) {
  if (typeof side === 'number') return String(side)
  const terms = side.sum.map((term, index) => {
    const sign = index === 0 ? '' : term.times < 0 ? ' − ' : ' + '
    const times = Math.abs(term.times) === 1 ? '' : `${Math.abs(term.times)} × `
    const notes = [
      ...(term.on === 'eve' ? ['on the eve'] : []),
      ...(term.on === 'baseline' ? ['at the start'] : []),
      ...(term.earlier > 0 ? [`${term.earlier} months earlier`] : []),
      ...(term.since ? ['since the start'] : []),
      ...(term.cell ? [term.cell] : []),
      ...(term.programmeOnly ? ['programme facilities'] : []),
    ]
    return `${sign}${times}${term.element}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
  })
  return `${terms.join('')}${side.missing ? ` [${side.missing}]` : ''}`
}
