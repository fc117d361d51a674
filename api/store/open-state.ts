import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreFault } from './store-fault.ts'

export type State = {
  db: DatabaseSync
  /** Runs `change` wholly or not at all. */
  together<Result>(change: () => Result): Result
  close(): void
}

const migrations = readdirSync(join(import.meta.dirname, 'migrations'))
  .filter((name) => /^\d{4}-.*\.sql$/.test(name))
  .sort()
  .map((name) => readFileSync(join(import.meta.dirname, 'migrations', name), 'utf8'))

/**
 * Opens the record of what people did and brings its tables up to date.
 *
 * Errors  `state-newer` where a later version of the program has written it
 */
export function openState(path: string): State {
  mkdirSync(dirname(path), { recursive: true })
  const db = new DatabaseSync(path, { timeout: 10_000, enableForeignKeyConstraints: true, defensive: true })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF')
  const state = {
    db,
    together: <Result>(change: () => Result) => together(db, change),
    close: () => db.close(),
  }
  try {
    migrate(state, path)
  } catch (error) {
    db.close()
    throw error
  }
  return state
}

function migrate({ db, together }: State, path: string) {
  if (versionOf(db) === migrations.length) return
  together(() => {
    const version = versionOf(db)
    if (version > migrations.length) throw new StoreFault('state-newer', path)
    for (const migration of migrations.slice(version)) db.exec(migration)
    db.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}

const versionOf = (db: DatabaseSync) =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version

function together<Result>(db: DatabaseSync, change: () => Result): Result {
  // IMMEDIATE takes the write lock first, so that what `change` reads cannot be outdated when it writes.
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = change()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
