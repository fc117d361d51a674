import type { SqlQuery, SqlValue } from './run-sql.ts'

/** Builds a query in which every `${…}` is a bound parameter, never SQL text. */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): SqlQuery {
  return { text: strings.reduce((text, part, i) => `${text}$${i}${part}`).trim(), values }
}
