import type { LongRole } from '../coded/long-columns.ts'

/** The columns of a staged text by what they say, under the names they have there. */
export type Columns = {
  all: readonly string[]
  element: string
  place: string
  period: string
  value: string
  status: string | null
  action: string | null
  /** The column of whole cells, and those of single dimensions. */
  combo: string | null
  options: readonly (readonly [dimension: string, column: string])[]
  /** All that name the cell. */
  combos: readonly string[]
}

export const column = (index: number) => `c${index}`

/** Where a column stands in the text, from 1. */
export const placeOfColumn = (name: string) => Number(name.slice(1)) + 1

export function columnsOf(roles: readonly (LongRole | null)[]): Columns {
  const named = (role: LongRole) => (roles.includes(role) ? column(roles.indexOf(role)) : null)
  const options = roles.flatMap((role, index) =>
    role?.startsWith('by ') ? [[role.slice(3), column(index)] as const] : [],
  )
  const combo = named('cell')
  return {
    all: roles.map((_, index) => column(index)),
    element: named('element') ?? '',
    place: named('place') ?? '',
    period: named('period') ?? '',
    value: named('value') ?? '',
    status: named('status'),
    action: named('action'),
    combo,
    options,
    combos: [...(combo ? [combo] : []), ...options.map(([, of]) => of)],
  }
}
