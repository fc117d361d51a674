import type { Finding } from '../../indicators/model/finding.ts'
import type { Observation } from '../../indicators/model/observation.ts'
import { quarterEnd, quarterOf, quarterStart } from '../../indicators/model/period.ts'
import type { Warehouse } from '../warehouse/open-warehouse.ts'
import { askedChecks, EACH } from './asked-checks.ts'
import { compileRules } from './compile-rules.ts'
import { needsOf } from './needs-of.ts'
import type { Check, Rule, Side } from './rule.ts'
import { stageValues } from './staged-values.sql.ts'
import type { ReadAt, Violation } from './violation.sql.ts'

export type RunRules = {
  /** What a file delivers, not yet accepted. */
  readonly staged: readonly Observation[]
  readonly rules: readonly Rule[]
  /** First day counted since the start of the programme. */
  readonly start: string
}

/**
 * Checks a staged file against itself and what is known: all rules in one statement.
 *
 * Reads   a warehouse (its facts are the history; an empty one has none); nothing in it changes
 * Shape   one finding per rule and cell of the file, the most severe; in the order of rules, then places and periods
 * Unit    figures as delivered
 * Errors  none for what a file says: a rule with a side that has no value is skipped, neither passed nor failed
 */
export async function runRules(db: Warehouse, { staged, rules, start }: RunRules): Promise<Finding[]> {
  if (staged.length === 0) return []
  const session = await db.session()
  try {
    const delivered = new Set(staged.map(({ element }) => element))
    const query = compileRules(rules, delivered)
    if (!query) return []
    await stageValues(session, staged, start, needsOf(askedChecks(rules, delivered), delivered))
    return oncePerCell(await session.all<Violation>(query), rules)
  } finally {
    session.close()
  }
}

const ranks = ['info', 'warning', 'error']

function oncePerCell(violations: readonly Violation[], rules: readonly Rule[]) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const worst = new Map<string, Finding>()
  for (const violation of violations) {
    const rule = byId.get(violation.rule)
    if (!rule) continue
    const finding = findingOf(violation, rule)
    const key = [rule.id, ...Object.values(finding.at)].join('\n')
    const known = worst.get(key)
    if (!known || ranks.indexOf(finding.severity) > ranks.indexOf(known.severity)) worst.set(key, finding)
  }
  return [...worst.values()]
}

function findingOf(violation: Violation, rule: Rule): Finding {
  const check = rule.kind === 'compare' ? rule.checks[violation.check] : undefined
  const cells = [...violation.left_refs, ...violation.right_refs]
  const at = cells.find(({ staged }) => staged) ?? cells[0]
  const { left, right } = namesOf(violation, check)
  return {
    code: `rule-${rule.id.toLowerCase()}`,
    rule: rule.id,
    severity: check?.level ?? rule.level,
    at: { file: at?.file ?? '', sheet: at?.sheet ?? '', ref: at?.ref ?? '' },
    value: violation.left_value === null ? '' : String(violation.left_value),
    params: {
      check: violation.check,
      place: violation.place,
      placeName: violation.place_name,
      period: periodOf(violation),
      cell: violation.cell,
      left,
      right,
      ...present('leftValue', violation.left_value),
      ...present('rightValue', violation.right_value),
      ...present('low', violation.low),
      ...present('high', violation.high),
      cells: cellsOf(cells, at),
    },
  }
}

const present = (name: string, value: number | null) =>
  value === null ? {} : { [name]: Math.round(value * 10_000) / 10_000 }

/** A quarter by its name, any other stretch by its first and last day. */
function periodOf({ frame_start, frame_end }: Violation) {
  const quarter = quarterOf(frame_end)
  const whole = quarterStart(quarter) === frame_start && quarterEnd(quarter) === frame_end
  return whole ? quarter : `${frame_start}…${frame_end}`
}

/** Every cell behind the two sides: `sheet!C7` in the file itself, with its file's name where it is another. */
const cellsOf = (cells: readonly ReadAt[], at: ReadAt | undefined) =>
  [
    ...new Set(
      cells.map(({ file, sheet, ref }) =>
        [...(file === at?.file ? [] : [file]), ...(sheet ? [sheet] : []), ref].join('!'),
      ),
    ),
  ].join(', ')

function namesOf({ element }: Violation, check: Check | undefined) {
  if (!check) return { left: element, right: element }
  return { left: nameOf(check.left, element), right: nameOf(check.right, element) }
}

/** A side in codes: `DIS_PART@eve + DIS_ENROL`. `explainRule` puts words for them. */
function nameOf(side: Side, element: string) {
  if (typeof side === 'number') return String(side)
  return side.sum
    .map((term, index) => {
      const moved = term.since ?? (term.on === 'end' ? (term.earlier > 0 ? 'earlier' : '') : term.on)
      const code = `${term.element === EACH ? element : term.element}${moved ? `@${moved}` : ''}`
      const times = Math.abs(term.times) === 1 ? code : `${Math.abs(term.times)} × ${code}`
      return index === 0 ? times : `${term.times < 0 ? '−' : '+'} ${times}`
    })
    .join(' ')
}
