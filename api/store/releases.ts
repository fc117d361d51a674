import { appendToJournal } from './journal.ts'
import type { State } from './open-state.ts'
import { linkSubmissions } from './submissions/outcomes.ts'

/** `folder` is relative to the data folder, so that the whole may be moved. */
export type StoredRelease = { id: string; folder: string; dataAsOf: string; manifestHash: string }
export type Publication = StoredRelease & { publishedAt: string }

/** Who publishes, and what is said to readers about it. */
export type Said = { by: string; notes: string }

/**
 * Makes a release that lies on disk, and was made of these imports, the one readers see. Publishing the current one
 * again changes nothing.
 */
export function recordPublication(
  state: State,
  release: StoredRelease,
  publishedAt: string,
  imports: readonly number[] = [],
  said?: Said,
) {
  state.together(() => {
    const { id, folder, dataAsOf, manifestHash } = release
    if (currentReleaseId(state) === id) return
    state.db
      .prepare(
        `INSERT INTO release (id, folder, data_as_of, manifest_hash) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(id, folder, dataAsOf, manifestHash)
    const publication = pointTo(state, id, publishedAt)
    if (said)
      state.db
        .prepare('INSERT INTO publication_note (publication, account, notes) VALUES (?, ?, ?)')
        .run(publication, said.by, said.notes)
    const body = { id, dataAsOf, manifestHash, ...(said ? { by: said.by, notes: said.notes || null } : {}) }
    appendToJournal(state, { at: publishedAt, kind: 'publish', body })
    linkSubmissions(state, id, imports, publishedAt)
  })
}

/** Readers see this release from now on. Call it inside a change. */
export const pointTo = ({ db }: State, id: string, at: string): number =>
  Number(
    db.prepare('INSERT INTO publication (release, published_at) VALUES (?, ?)').run(id, at).lastInsertRowid,
  )

export const currentReleaseId = ({ db }: State) =>
  (
    db.prepare('SELECT release FROM publication ORDER BY id DESC LIMIT 1').get() as
      | { release: string }
      | undefined
  )?.release

/** A release with the time it was first published. */
export const publicationOf = ({ db }: State, id: string) =>
  db
    .prepare(
      `SELECT release.id, folder, data_as_of AS dataAsOf, manifest_hash AS manifestHash,
              min(published_at) AS publishedAt
         FROM release JOIN publication ON publication.release = release.id
        WHERE release.id = ?
        GROUP BY release.id`,
    )
    .get(id) as Publication | undefined

/** Every release that was ever published, oldest first. */
export const publishedIds = ({ db }: State) =>
  (
    db.prepare('SELECT release FROM publication GROUP BY release ORDER BY min(id)').all() as {
      release: string
    }[]
  ).map(({ release }) => release)
