import { endpoints } from '../contract/all.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { getHealth } from '../contract/get-health.ts'
import { getIndicator } from '../contract/get-indicator.ts'
import { getLineage } from '../contract/get-lineage.ts'
import { getOpenapi } from '../contract/get-openapi.ts'
import { getRelease } from '../contract/get-release.ts'
import { openApi } from '../contract/openapi.ts'
import { Problem } from '../services/problem.ts'
import { describeRelease, type Shelf } from '../services/read-release.ts'
import { releaseResources } from './resources.ts'
import { type App, serve, serveRelease } from './serve.ts'

/** Mounts what this edition offers of the endpoint list. */
export function mountApi(app: App, shelf: Shelf) {
  const { edition } = shelf
  const resources = releaseResources()
  const document = openApi(edition)
  serve(app, getOpenapi, () => document)
  serve(app, getHealth, () => {
    const release = shelf.current()?.id ?? null
    return { status: release ? ('ready' as const) : ('nothing-published' as const), edition, release }
  })
  serveRelease(app, shelf, getRelease, (reader) =>
    resources.made(reader, getRelease.id, async () => getRelease.output.parse(await describeRelease(reader))),
  )
  for (const endpoint of endpoints.filter((offer) => offer.editions.includes(edition))) {
    if (!endpoint.resource) continue
    serveRelease(app, shelf, endpoint, (reader, format, input) => {
      const found = resources.file(reader, `${endpoint.resource?.(input)}.${format}`, format)
      if (found) return found
      throw absent(endpoint, input)
    })
  }
}

function absent({ id }: Endpoint, input: Record<string, unknown>): Problem {
  if (id === getIndicator.id) return new Problem('no-such-indicator', { id: String(input.id) })
  if (id === getLineage.id) {
    return new Problem('no-such-lineage', { id: String(input.id), quarter: String(input.quarter) })
  }
  return new Problem('not-found', {})
}
