import type { Form } from './form.ts'

/**
 * One thing a reader knows: a sum of unknowns lies between two numbers. `why` is where it is said, or the rule. What is
 * only `usual` is given up where it contradicts the rest: a correction can make a sum shrink.
 */
export type Row = { form: Form; low: number; high: number; why: string; usual?: true }

export const equal = (form: Form, number: number, why: string): Row => ({
  form,
  low: number,
  high: number,
  why,
})
export const atLeast = (form: Form, low: number, why: string): Row => ({
  form,
  low,
  high: Number.POSITIVE_INFINITY,
  why,
})

export const usually = (row: Row): Row => ({ ...row, usual: true })
