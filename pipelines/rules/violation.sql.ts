import type { SqlQuery } from '../../indicators/model/run-sql.ts'

/** Where a value was read; `staged` where it is of the file being checked. */
export type ReadAt = {
  readonly file: string
  readonly sheet: string
  readonly ref: string
  readonly staged: boolean
}

/** One place, period and cell in which one check of a rule does not hold. `element` is empty unless the check is for each. */
export type Violation = {
  readonly rule: string
  readonly check: number
  readonly element: string
  readonly place: string
  readonly place_name: string
  readonly cell: string
  readonly frame_start: string
  readonly frame_end: string
  readonly left_value: number | null
  readonly right_value: number | null
  readonly left_refs: readonly ReadAt[]
  readonly right_refs: readonly ReadAt[]
  readonly low: number | null
  readonly high: number | null
}

export const violationsInOrder = (queries: readonly string[]): SqlQuery => ({
  values: [],
  text: `
SELECT rule,
       "check"::INTEGER AS "check",
       element,
       place,
       coalesce(place.name, violation.place) AS place_name,
       cell,
       frame_start,
       frame_end,
       left_value::DOUBLE AS left_value,
       right_value::DOUBLE AS right_value,
       left_refs,
       right_refs,
       low::DOUBLE AS low,
       high::DOUBLE AS high
FROM (
(${queries.join('\n)\nUNION ALL\n(\n')})
) AS violation
LEFT JOIN place ON place.code = violation.place
ORDER BY rule, element, place, frame_end, frame_start, cell, "check"`.trim(),
})
