import { appendToJournal } from './journal.ts'
import type { State } from './open-state.ts'
import { currentReleaseId, pointTo } from './releases.ts'

export type KeptRelease = {
  id: string
  dataAsOf: string
  publishedAt: string
  withdrawnAt: string | null
  reason: string | null
  notes: string
  by: string | null
}

const withdrawnNow = `SELECT release FROM withdrawal
  WHERE after_publication >= (SELECT max(id) FROM publication WHERE publication.release = withdrawal.release)`

/** Releases that are served no more. */
export const withdrawnIds = ({ db }: State): Set<string> =>
  new Set(
    db
      .prepare(withdrawnNow)
      .all()
      .map(({ release }) => String(release)),
  )

/** The release that was made last, whether or not readers still see it: a withdrawal makes none. */
export const lastMadeId = ({ db }: State) =>
  (
    db
      .prepare(
        `SELECT release FROM publication
          WHERE id NOT IN (SELECT after_publication + 1
                             FROM withdrawal
                             JOIN publication AS shown
                               ON shown.id = after_publication AND shown.release = withdrawal.release)
          ORDER BY id DESC LIMIT 1`,
      )
      .get() as { release: string } | undefined
  )?.release

/** The release readers saw before this one and that may be shown again. */
const releaseBefore = ({ db }: State, id: string) =>
  (
    db
      .prepare(
        `SELECT release FROM publication
          WHERE release <> ? AND release NOT IN (${withdrawnNow})
          ORDER BY id DESC LIMIT 1`,
      )
      .get(id) as { release: string } | undefined
  )?.release

/**
 * A release is served no more; where it was the one readers saw, they see the one before again.
 *
 * Shape   false where there is none before it
 */
export function withdrawRelease(
  state: State,
  id: string,
  { by, reason, at }: { by: string; reason: string; at: string },
): boolean {
  const isCurrent = currentReleaseId(state) === id
  const before = isCurrent ? releaseBefore(state, id) : undefined
  if (isCurrent && before === undefined) return false
  state.db
    .prepare(
      `INSERT INTO withdrawal (release, after_publication, account, at, reason)
       VALUES (:id, (SELECT max(id) FROM publication), :by, :at, :reason)`,
    )
    .run({ id, by, at, reason })
  const body = { id, by, reason, shown: before ?? null }
  appendToJournal(state, { at, kind: 'withdraw-release', body })
  if (before !== undefined) pointTo(state, before, at)
  return true
}

/** Newest first, each as it was last published. */
export const keptReleases = ({ db }: State) =>
  db
    .prepare(
      `SELECT release.id, data_as_of AS dataAsOf, last.published_at AS publishedAt,
              (SELECT at FROM withdrawal
                WHERE withdrawal.release = release.id AND after_publication >= last.id) AS withdrawnAt,
              (SELECT reason FROM withdrawal
                WHERE withdrawal.release = release.id AND after_publication >= last.id) AS reason,
              coalesce((SELECT notes FROM publication_note JOIN publication ON publication.id = publication
                         WHERE publication.release = release.id ORDER BY publication DESC LIMIT 1), '') AS notes,
              (SELECT account FROM publication_note JOIN publication ON publication.id = publication
                WHERE publication.release = release.id ORDER BY publication DESC LIMIT 1) AS by
         FROM release
         JOIN publication AS last
           ON last.id = (SELECT max(id) FROM publication WHERE publication.release = release.id)
        ORDER BY last.id DESC`,
    )
    .all() as KeptRelease[]
