import type { z } from 'zod'
import type { Edition } from '../../indicators/model/released.ts'

/** Representations of one resource besides JSON. */
export type Format = 'json' | 'csv' | 'arrow'

/**
 * A promise to callers: what may be asked, of which edition, and what comes back.
 *
 * `resource` names the release file served as it is; endpoints without one are answered by a service.
 */
export type Endpoint<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType> = {
  id: string
  method: 'GET'
  path: `/api/${string}`
  summary: string
  editions: readonly Edition[]
  input: In
  output: Out
  formats: readonly Format[]
  resource?: (input: z.infer<In>) => string
}

export const endpoint = <In extends z.ZodObject, Out extends z.ZodType>(e: Endpoint<In, Out>) => e
