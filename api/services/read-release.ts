import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Country } from '../../indicators/model/place.ts'
import { type Edition, ProgrammeView } from '../../indicators/model/released.ts'
import type { Manifest } from '../../indicators/release/make-release.ts'
import { currentReleaseId, type Publication, publicationOf, publishedIds } from '../store/releases.ts'
import { withdrawnIds } from '../store/withdrawals.ts'
import type { Context } from './context.ts'

export type Encoding = 'identity' | 'gzip' | 'br'
const endings = { identity: '', gzip: '.gz', br: '.br' } as const

/** One edition of one release: the names it has were fixed when it was opened, and nothing else can be read. */
export type ReleaseReader = {
  id: string
  edition: Edition
  publishedAt: string
  /** What is read here and no other way: what is made of it is kept under this name. */
  key: string
  /** Where it is narrowed to one country: that country, and the public edition that is shown of the others. */
  own?: { country: Country; open: ReleaseReader }
  /** Resource names with their ending: `programme.json`, `indicators/staff-trained.json`. */
  names: ReadonlySet<string>
  /** null where the edition has no such resource */
  read(name: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | null>
}

/** How long a server goes on showing a release after another was published, in exchange for not asking each time. */
const ASK_AGAIN_MS = 500

/** The published releases of one edition. */
export type Shelf = {
  edition: Edition
  /** null where nothing has been published */
  current(): ReleaseReader | null
  /** null where no such release was ever published, or it was withdrawn */
  find(id: string): ReleaseReader | null
  /** The release published before one, of those that are served; null where there is none */
  before(id: string): ReleaseReader | null
}

export function openShelf({ state, paths, now }: Context, edition: Edition): Shelf {
  const opened = new Map<string, ReleaseReader>()
  const open = (id: string) => {
    const known = opened.get(id)
    if (known) return known
    const publication = publicationOf(state, id)
    if (!publication) return null
    const reader = openEdition(paths.data, publication, edition)
    opened.set(id, reader)
    return reader
  }
  let shown: ReleaseReader | null = null
  let withdrawn: ReadonlySet<string> = new Set()
  let askedAt = Number.NEGATIVE_INFINITY
  const ask = () => {
    if (Math.abs(now().getTime() - askedAt) < ASK_AGAIN_MS) return
    const id = currentReleaseId(state)
    shown = id === undefined ? null : open(id)
    withdrawn = withdrawnIds(state)
    askedAt = now().getTime()
  }
  return {
    edition,
    find(id) {
      ask()
      return withdrawn.has(id) ? null : open(id)
    },
    before(id) {
      ask()
      const served = publishedIds(state).filter((one) => !withdrawn.has(one))
      const earlier = served[served.indexOf(id) - 1]
      return earlier === undefined ? null : open(earlier)
    },
    current() {
      ask()
      return shown
    },
  }
}

function openEdition(
  data: string,
  { id, folder, publishedAt }: Publication,
  edition: Edition,
): ReleaseReader {
  const root = join(data, folder, edition)
  const { files }: Pick<Manifest, 'files'> = JSON.parse(
    readFileSync(join(data, folder, 'manifest.json'), 'utf8'),
  )
  // What was put into the folder afterwards is no part of the release.
  const names = new Set(
    Object.keys(files)
      .filter((name) => name.startsWith(`${edition}/`))
      .map((name) => name.slice(edition.length + 1)),
  )
  return {
    id,
    edition,
    publishedAt,
    key: `${id} ${edition}`,
    names,
    read: async (name, encoding) => (names.has(name) ? readFile(join(root, name + endings[encoding])) : null),
  }
}

/** What the release says of itself: its label and which indicators it has. */
export async function describeRelease(reader: ReleaseReader) {
  const bytes = await reader.read('programme.json', 'identity')
  if (!bytes) throw new Error(`release ${reader.id} has no programme`)
  const { release } = ProgrammeView.parse(JSON.parse(new TextDecoder().decode(bytes)))
  const indicators = [...reader.names]
    .flatMap((name) => /^indicators\/(.+)\.json$/.exec(name)?.[1] ?? [])
    .sort()
  return { release, publishedAt: reader.publishedAt, indicators }
}
