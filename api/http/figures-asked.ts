import type { Context } from 'hono'

/** What of an address says which figures are asked for. Anything else a person has typed, and it could be a name. */
const names = [
  'v',
  'p',
  'place',
  'quarter',
  'cell',
  'c',
  'i',
  'by',
  'split',
  'level',
  'm',
  'from',
  'to',
] as const

/** The address of a request with which figures it asks for, to be written down. */
export function figuresAsked(c: Context): string {
  const { pathname, searchParams } = new URL(c.req.url)
  const asked = names.flatMap((name) => searchParams.getAll(name).map((value) => [name, value]))
  return asked.length === 0 ? pathname : `${pathname}?${new URLSearchParams(asked)}`
}
