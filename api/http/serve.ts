import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { type Endpoint, type Format, mediaTypes } from '../contract/endpoint.ts'
import { Problem } from '../services/problem.ts'
import type { ReleaseReader, Shelf } from '../services/read-release.ts'
import { linksOf } from './links.ts'
import { chooseFormat } from './negotiate.ts'
import { parseInput } from './parse-input.ts'
import type { Representation } from './representation.ts'
import { respond } from './respond.ts'
import type { Sight } from './sight.ts'

/** `requestId` names the request in the log and in every problem; `address` is where browsers reach the server. */
export type App = Hono<{ Variables: { requestId: string; address?: string } }>

/** Mounts an endpoint that a function answers: parse the input, run it, parse the output. */
export function serve<In extends z.ZodObject, Out extends z.ZodType>(
  app: App,
  sight: Sight,
  endpoint: Endpoint<In, Out>,
  run: (input: z.infer<In>) => Promise<z.input<Out>> | z.input<Out>,
) {
  app.get(endpoint.path, async (c) => {
    sight.endpoint(c, endpoint.id)
    const output = endpoint.output.parse(await run(inputOf(c, endpoint)))
    return new Response(JSON.stringify(output), {
      headers: { 'content-type': mediaTypes.json, 'cache-control': 'no-store' },
    })
  })
}

/** Mounts an endpoint that a release answers, with a file of it or with something made from it once. */
export function serveRelease<In extends z.ZodObject, Out extends z.ZodType>(
  app: App,
  sight: Sight,
  endpoint: Endpoint<In, Out>,
  find: (
    reader: ReleaseReader,
    format: Format,
    input: z.infer<In>,
    before: ReleaseReader | null,
  ) => Representation,
) {
  const answer = async (c: Context, format: Format) => {
    const { shelf } = sight.endpoint(c, endpoint.id)
    const input = inputOf(c, endpoint)
    const pinned = typeof input.v === 'string' ? input.v : undefined
    const reader = readerOf(shelf, pinned)
    return respond(c, find(reader, format, input, shelf.before(reader.id)), {
      cache: cacheControl(sight, pinned),
      vary: endpoint.formats.length > 1 ? ['Accept'] : [],
      headers: {
        link: linksOf(endpoint, c.req.path, reader.id, format),
        ...(format === 'json' ? {} : { 'content-disposition': attachment(endpoint, reader, format) }),
      },
    })
  }
  app.get(endpoint.path, (c) => {
    const [only] = endpoint.formats
    const format = endpoint.formats.length > 1 ? chooseFormat(c.req.header('accept'), endpoint.formats) : only
    if (!format)
      throw new Problem('not-acceptable', { offered: endpoint.formats.map((f) => mediaTypes[f]).join(', ') })
    return answer(c, format)
  })
  if (endpoint.formats.length === 1) return
  for (const format of endpoint.formats) app.get(`${endpoint.path}.${format}`, (c) => answer(c, format))
}

/** The release a reader pinned, else the current one. */
export function readerOf(shelf: Shelf, pinned: string | undefined): ReleaseReader {
  const reader = pinned === undefined ? shelf.current() : shelf.find(pinned)
  if (reader) return reader
  throw pinned === undefined
    ? new Problem('nothing-published', {})
    : new Problem('no-such-release', { id: pinned })
}

/** What is pinned never changes; what some may not read is kept by nobody. */
export function cacheControl({ open }: Sight, pinned: string | undefined) {
  if (!open) return 'no-store'
  return pinned === undefined ? 'no-cache' : 'public, max-age=31536000, immutable'
}

export function inputOf<In extends z.ZodObject>(c: Context, endpoint: Endpoint<In>): z.infer<In> {
  const { input, repeated = [] } = endpoint
  const lists = Object.fromEntries(repeated.map((name) => [name, c.req.queries(name) ?? []]))
  return parseInput(c, input, { ...c.req.query(), ...lists, ...c.req.param() })
}

const attachment = ({ id }: Endpoint, reader: ReleaseReader, format: Format) =>
  `attachment; filename="waymark-${reader.edition}-${id.replace(/^get-/, '')}-${reader.id}.${format}"`
