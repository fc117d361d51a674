import { z } from 'zod'
import { DataElement } from './data-element.ts'
import { Indicator } from './indicator.ts'
import { ResultStatement } from './released.ts'
import { Plan } from './target.ts'

/** The whole logframe as read and checked: what every number means. */
export const Logframe = z.strictObject({
  start: z.iso.date(),
  plannedEnd: z.iso.date(),
  chain: z.array(ResultStatement),
  elements: z.array(DataElement),
  indicators: z.array(Indicator),
  /** Indicator id → one plan per country that has one. */
  plans: z.record(z.string(), z.array(Plan)),
})
export type Logframe = z.infer<typeof Logframe>
