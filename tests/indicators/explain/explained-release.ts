import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InnerSource, Source } from '../../../indicators/explain/source.ts'
import { quarterEnd } from '../../../indicators/model/period.ts'
import { countries } from '../../../indicators/model/place.ts'
import type { Edition } from '../../../indicators/model/released.ts'
import { makeRelease } from '../../../indicators/release/make-release.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { logframeOf, place, type Small } from '../compute/small-warehouse.ts'

type At = { quarters: readonly string[]; dataAsOf: string }

/** A small programme as a release on disk, to be read as either edition. */
export async function explainedRelease(small: Small, { quarters, dataAsOf }: At) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-explained-'))
  const db = await openWarehouse()
  try {
    await fillWarehouse(db, {
      slices: [],
      places: [...countries.map((code) => place(code, { kind: 'country' })), ...(small.places ?? [])],
      elements: small.elements,
      calendars: countries.map((country) => ({ country, yearStartMonth: country === 'UGA' ? 7 : 1 })),
      submissions: countries.flatMap((country) =>
        quarters.map((quarter) => ({
          country,
          quarter,
          due: small.due?.[`${country} ${quarter}`] ?? quarterEnd(quarter),
          received: null,
        })),
      ),
      publicFigures: [],
      observations: small.observations,
    })
    const made = await makeRelease({
      secret: new Uint8Array(32),
      db,
      logframe: logframeOf(small),
      updates: [],
      slices: [],
      earlier: [],
      quarters,
      dataAsOf,
      folder,
      illustrative: true,
      registers: {},
    })
    return {
      folder: made.folder,
      source: (edition: Edition) => sourceOf(join(made.folder, edition), edition),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    }
  } finally {
    db.close()
  }
}

/** The files of one edition, each read once. */
function sourceOf(folder: string, edition: Edition): Source {
  const read = new Map<string, Promise<unknown>>()
  const view = async <View>(name: string): Promise<View> => {
    const known =
      read.get(name) ?? readFile(join(folder, `${name}.json`), 'utf8').then((text) => JSON.parse(text))
    read.set(name, known)
    return (await known) as View
  }
  const inner: InnerSource = {
    units: () => view('units'),
    files: () => view('files'),
    evidence: (id, version) => view(`evidence/${id}/${version}`),
    readings: async (element, country) => view(`readings/${element}/${country}`).catch(() => null) as never,
    cells: (fileHash) => view(`cells/${fileHash}`),
  }
  return {
    indicator: (id) => view(`indicators/${id}`),
    definitions: () => view('definitions'),
    inner: edition === 'internal' ? inner : null,
  }
}
