import { z } from 'zod'
import type { Edition } from '../../indicators/model/released.ts'

/** Representations of one resource; each has its own address ending (`/api/values.csv`). */
export type Format =
  | 'json'
  | 'csv'
  | 'xlsx'
  | 'sdmx.csv'
  | 'hxl.csv'
  | 'arrow'
  | 'parquet'
  | 'xml'
  | 'docx'
  | 'jsonld'

export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'sdmx.csv': 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
  'hxl.csv': 'text/csv; charset=utf-8',
  arrow: 'application/vnd.apache.arrow.file',
  parquet: 'application/vnd.apache.parquet',
  xml: 'application/xml; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jsonld: 'application/ld+json',
} as const satisfies Record<Format, string>

export const LINES = 'application/x-ndjson'

/**
 * Bytes sent along as they are. The type is none a form can send, so no page of another site sends it without being
 * asked first.
 */
export type SentBody = { type: 'application/octet-stream'; maxBytes: number; description: string }

/**
 * A promise to callers: what may be asked, of which edition, and what comes back.
 *
 * `resource` names the release file, without its ending, that is served as it is; endpoints without one
 * are answered by a service. `refusals` are the problem codes a caller should be ready for.
 */
export type Endpoint<
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
  Sends extends z.ZodType = z.ZodType,
> = {
  id: string
  method: 'GET' | 'POST'
  path: `/api/${string}`
  summary: string
  editions: readonly Edition[]
  input: In
  /** The fields that may be given more than once. */
  repeated?: readonly string[]
  output: Out
  formats: readonly Format[]
  refusals: readonly string[]
  body?: SentBody
  /** What is sent as JSON. */
  sends?: Sends
  /** What each line says where the answer is asked for as it comes, in `application/x-ndjson`. */
  lines?: z.ZodType
  resource?(input: z.infer<In>): string
}

export const endpoint = <In extends z.ZodObject, Out extends z.ZodType, Sends extends z.ZodType>(
  e: Endpoint<In, Out, Sends>,
) => e

/** The address pin: with it an answer never changes. */
export const Pin = z.object({
  v: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/)
    .optional()
    .describe(
      'A release id. With it the answer is of that release for ever; without it, of the current one.',
    ),
})

export const IndicatorId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100)
