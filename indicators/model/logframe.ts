import { z } from 'zod'
import { DataElement } from './data-element.ts'
import { Indicator } from './indicator.ts'
import { Plan } from './target.ts'
import { Text } from './text.ts'

export const ResultStatement = z.strictObject({
  code: z.enum(['GO', 'SO1', 'SO2', 'FA1', 'FA2', 'FA3', 'FA4', 'X']),
  level: z.enum(['impact', 'outcome', 'output', 'cross-cutting']),
  /** A few words for menus and cards. */
  name: Text,
  statement: Text,
  assumption: Text,
})
export type ResultStatement = z.infer<typeof ResultStatement>

/** The whole logframe as read and checked: what every number means. */
export const Logframe = z.strictObject({
  /** First day counted "since start": a period belongs to it only with all its days. */
  start: z.iso.date(),
  plannedEnd: z.iso.date(),
  chain: z.array(ResultStatement),
  elements: z.array(DataElement),
  indicators: z.array(Indicator),
  /** Indicator id → its plans as written, per country (and cell). */
  plans: z.record(z.string(), z.array(Plan)),
})
export type Logframe = z.infer<typeof Logframe>
