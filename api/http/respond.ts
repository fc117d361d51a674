import type { Context } from 'hono'
import { Problem } from '../services/problem.ts'
import { chooseEncoding } from './negotiate.ts'
import type { Representation } from './representation.ts'

export type Answering = {
  cache: string
  /** Request headers the answer depends on, besides Accept-Encoding. */
  vary?: readonly string[]
  status?: 200 | 404
  headers?: Record<string, string>
}

/** Sends a representation in the best compression asked for, or 304 where the reader already has it. */
export async function respond(
  c: Context,
  representation: Representation,
  { cache, vary = [], status = 200, headers = {} }: Answering,
): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding'), representation.encodings)
  if (!encoding) throw new Problem('not-acceptable', { offered: representation.encodings.join(', ') })
  const { bytes, etag } = await representation.load(encoding)
  const common = { etag, 'cache-control': cache, vary: ['Accept-Encoding', ...vary].join(', '), ...headers }
  if (status === 200 && matches(c.req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: common })
  }
  return new Response(bytes, {
    status,
    headers: {
      ...common,
      'content-type': representation.type,
      'content-length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
}

/** If-None-Match compares weakly: a proxy may have marked our tag with W/. */
const matches = (header: string | undefined, etag: string) =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
