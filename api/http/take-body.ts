import type { Context } from 'hono'
import type { SentBody } from '../contract/endpoint.ts'
import { Problem } from '../services/problem.ts'

/** Errors  `body-type-wrong`, `body-too-large` where the sender says so itself */
export function refuseOtherBodies(c: Context, { type, maxBytes }: SentBody) {
  const sent = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (sent !== type || c.req.header('content-encoding'))
    throw new Problem('body-type-wrong', { expected: type })
  if (Number(c.req.header('content-length') ?? 0) > maxBytes)
    throw new Problem('body-too-large', { most: maxBytes / 1024 ** 2 })
}
