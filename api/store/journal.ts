import { createHash } from 'node:crypto'
import type { JournalKind } from '../contract/journal/kinds.ts'
import type { State } from './open-state.ts'

export type Entry = { at: string; kind: JournalKind; body: Record<string, string | number | null> }
export type StoredEntry = Omit<Entry, 'kind'> & { id: number; kind: string; hash: string }
export type Wanted = { kind?: string | undefined; since?: string | undefined; about?: string | undefined }
type Row = { id: number; at: string; kind: string; body: string; previous: string; hash: string }

const FIRST = '0'.repeat(64)

/** Adds one entry that carries the hash of the one before: a later change of any entry breaks the chain. */
export function appendToJournal({ db }: State, { at, kind, body }: Entry) {
  const last = db.prepare('SELECT hash FROM journal ORDER BY id DESC LIMIT 1').get() as
    | { hash: string }
    | undefined
  const entry = { at, kind, body: JSON.stringify(body), previous: last?.hash ?? FIRST }
  db.prepare('INSERT INTO journal (at, kind, body, previous, hash) VALUES (?, ?, ?, ?, ?)').run(
    entry.at,
    entry.kind,
    entry.body,
    entry.previous,
    hashOf(entry),
  )
}

/** The number of the first entry that does not follow from the one before; null where the chain holds. */
export function brokenJournalEntry({ db }: State): number | null {
  let previous = FIRST
  for (const row of db.prepare('SELECT * FROM journal ORDER BY id').iterate() as Iterable<Row>) {
    if (row.previous !== previous || row.hash !== hashOf(row)) return row.id
    previous = row.hash
  }
  return null
}

/** Oldest first; those of a kind, from a moment on, and naming `about` as a whole value, where asked. */
export function journalEntries({ db }: State, { kind, since, about }: Wanted): StoredEntry[] {
  const rows = db
    .prepare(
      `SELECT id, at, kind, body, hash FROM journal
        WHERE (:kind IS NULL OR kind = :kind)
          AND (:since IS NULL OR at >= :since)
          AND (:about IS NULL OR EXISTS (SELECT 1 FROM json_each(body) WHERE atom = :about))
        ORDER BY id`,
    )
    .all({ kind: kind ?? null, since: since ?? null, about: about ?? null }) as Row[]
  return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) }))
}

export type WantedPage = {
  /** Part of any text an entry names; the empty text is part of all. */
  about: string
  kind?: string | undefined
  /** Days. */
  since?: string | undefined
  until?: string | undefined
  /** Only entries before this number. */
  before?: number | undefined
  most?: number | undefined
}

/** Newest first. */
export function journalPage({ db }: State, wanted: WantedPage): StoredEntry[] {
  const rows = db
    .prepare(
      `SELECT id, at, kind, body, hash FROM journal
        WHERE (:kind IS NULL OR kind = :kind)
          AND (:since IS NULL OR substr(at, 1, 10) >= :since)
          AND (:until IS NULL OR substr(at, 1, 10) <= :until)
          AND (:before IS NULL OR id < :before)
          AND (:about = '' OR EXISTS (SELECT 1 FROM json_each(body) WHERE instr(lower(atom), lower(:about)) > 0))
        ORDER BY id DESC LIMIT :most`,
    )
    .all({
      about: wanted.about,
      kind: wanted.kind ?? null,
      since: wanted.since ?? null,
      until: wanted.until ?? null,
      before: wanted.before ?? null,
      most: wanted.most ?? -1,
    }) as Row[]
  return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) }))
}

/** The hash everything so far stands on: kept elsewhere, it shows whether the journal was cut short or written anew. */
export const journalSeal = ({ db }: State): string =>
  (db.prepare('SELECT hash FROM journal ORDER BY id DESC LIMIT 1').get() as { hash: string } | undefined)
    ?.hash ?? FIRST

/** Whether the journal once ended with this hash. */
export const wasJournalSeal = ({ db }: State, seal: string): boolean =>
  seal === FIRST || db.prepare('SELECT 1 FROM journal WHERE hash = ?').get(seal) !== undefined

const hashOf = ({ at, kind, body, previous }: Omit<Row, 'id' | 'hash'>) =>
  createHash('sha256')
    .update(JSON.stringify([previous, at, kind, body]))
    .digest('hex')
