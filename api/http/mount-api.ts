import { TOTAL } from '../../indicators/model/breakdown.ts'
import { endpoints } from '../contract/all.ts'
import { getCell } from '../contract/get-cell.ts'
import { getExplanation } from '../contract/get-explanation.ts'
import { getFirstLook } from '../contract/get-first-look.ts'
import { getHealth } from '../contract/get-health.ts'
import { getLineage } from '../contract/get-lineage.ts'
import { getOpenapi } from '../contract/get-openapi.ts'
import { getRelease } from '../contract/get-release.ts'
import { openApi } from '../contract/openapi.ts'
import { explain, noSuchIndicator } from '../services/explain.ts'
import { findCell } from '../services/find-cell.ts'
import { firstLook } from '../services/first-look.ts'
import { explainedFrom } from '../services/own-country.ts'
import { Problem } from '../services/problem.ts'
import { readLineage } from '../services/read-lineage.ts'
import { describeRelease, type Shelf } from '../services/read-release.ts'
import { type Resources, releaseResources } from './resources.ts'
import { type App, serve, serveRelease } from './serve.ts'
import type { Sight } from './sight.ts'
import type { ViewCache } from './view-cache.ts'

/** Mounts what this edition offers of the endpoint list. */
export function mountApi(app: App, shelf: Shelf, sight: Sight, views: ViewCache) {
  const { edition } = shelf
  const resources = releaseResources()
  const document = openApi(edition)
  serve(app, sight, getOpenapi, () => document)
  serve(app, sight, getHealth, () => {
    const release = shelf.current()?.id ?? null
    return { status: release ? ('ready' as const) : ('nothing-published' as const), edition, release }
  })
  serveRelease(app, sight, getRelease, (reader) =>
    resources.made(reader, getRelease.id, async () => getRelease.output.parse(await describeRelease(reader))),
  )
  serveRelease(app, sight, getExplanation, (reader, _, { id, place, quarter, cell = TOTAL }) =>
    resources.made(reader, [getExplanation.id, id, place, quarter, cell].join(' '), async () => {
      const from = explainedFrom(reader, place)
      return explain(from, views(from), { id, place, quarter, cell })
    }),
  )
  if (edition === 'internal') mountInner(app, sight, views, resources)
  for (const endpoint of endpoints.filter((offer) => offer.editions.includes(edition))) {
    if (!endpoint.resource) continue
    serveRelease(app, sight, endpoint, (reader, format, input) => {
      const found = resources.file(reader, `${endpoint.resource?.(input)}.${format}`, format)
      if (found) return found
      if (input.id === undefined) throw new Problem('not-found', {})
      return resources.made(reader, `${endpoint.id} ${input.id}`, async () => {
        throw noSuchIndicator(String(input.id), await views(reader)('programme.json'))
      })
    })
  }
}

/** What figures were made of and what files are checked by: the internal edition alone has an answer. */
function mountInner(app: App, sight: Sight, views: ViewCache, resources: Resources) {
  serve(app, sight, getFirstLook, ({ lang }) => firstLook(lang))
  serveRelease(app, sight, getLineage, (reader, _, { id, quarter }) =>
    resources.made(reader, [getLineage.id, id, quarter].join(' '), () =>
      readLineage(reader, views(reader), id, quarter),
    ),
  )
  serveRelease(app, sight, getCell, (reader, _, { file, sheet, ref }) =>
    resources.made(reader, [getCell.id, file, sheet ?? '/', ref].join(' '), () =>
      findCell(reader, views(reader), { file, sheet, ref }),
    ),
  )
}
