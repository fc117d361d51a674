import { z } from 'zod'

/** What can be said of a value. Only `observed` carries a number; `suppressed` exists only in released views. */
export const valueStates = [
  'observed',
  'missing',
  'not_due',
  'not_applicable',
  'withheld',
  'suppressed',
] as const
export const ValueState = z.enum(valueStates)
export type ValueState = z.infer<typeof ValueState>

/** The states a source can deliver or leave. */
export const DeliveredState = z.enum(['observed', 'missing', 'not_applicable', 'withheld'])
export type DeliveredState = z.infer<typeof DeliveredState>
