import type { Context as Request } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { type Endpoint, mediaTypes } from '../contract/endpoint.ts'
import { rightTo, tellsInside } from '../contract/rights.ts'
import { noteLook } from '../services/accounts/looks.ts'
import type { Client, Signed } from '../services/accounts/sessions.ts'
import type { Context } from '../services/context.ts'
import { Problem } from '../services/problem.ts'
import { authorise } from './authorise.ts'
import { clientOf } from './client-of.ts'
import { figuresAsked } from './figures-asked.ts'
import { refuseOtherOrigins, siteOf } from './hosts.ts'
import { parseInput } from './parse-input.ts'
import type { App } from './serve.ts'

const MOST_BYTES = 64 * 1024

/** What was sent, by whom and from where. `signed` is there wherever the rights table asks for somebody. */
export type Taken<Sent> = { sent: Sent; signed: Signed; client: Client; c: Request }

/** Mounts an endpoint that changes something: origin, right, JSON in, the change, JSON out. */
export function take<In extends z.ZodObject, Out extends z.ZodType, Sends extends z.ZodType>(
  app: App,
  context: Context,
  endpoint: Endpoint<In, Out, Sends>,
  run: (taken: Taken<z.infer<Sends>>) => Promise<z.input<Out>> | z.input<Out>,
) {
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new Problem('body-too-large', { most: MOST_BYTES / 1024 ** 2 })
    },
  })
  app.on(endpoint.method, endpoint.path, limit, async (c) => {
    const taking = endpoint.method !== 'GET'
    if (taking) refuseOtherOrigins(siteOf(c).origin, c.req.header('origin'), c.req.header('sec-fetch-site'))
    const signed = authorise(c, context, rightTo(endpoint.id))
    if (signed && tellsInside.includes(endpoint.id)) noteLook(context, signed, figuresAsked(c))
    const sent = taking ? await sentTo(c, endpoint) : {}
    // Safe: an endpoint whose right asks for nobody reads no `signed`, and a GET has no `sent`.
    const output = await run({ sent, signed, client: clientOf(c), c } as Taken<z.infer<Sends>>)
    return c.body(JSON.stringify(endpoint.output.parse(output)), 200, {
      'content-type': mediaTypes.json,
      'cache-control': 'no-store',
    })
  })
}

async function sentTo(c: Request, { sends }: Endpoint) {
  if (c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== mediaTypes.json)
    throw new Problem('body-type-wrong', { expected: mediaTypes.json })
  return sends && parseInput(c, sends, await c.req.json().catch(() => undefined))
}
