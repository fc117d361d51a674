import type { Account } from '../../contract/accounts/account.ts'
import { appendToJournal } from '../journal.ts'
import type { State } from '../open-state.ts'

export type StoredAccount = Account & { madeAt: string; disabledAt: string | null }
type Row = Omit<StoredAccount, 'demonstration'> & { demonstration: 0 | 1 }

const columns =
  'id, email, name, role, country, language, demonstration, made_at AS madeAt, disabled_at AS disabledAt'

const told = (row: unknown): StoredAccount | undefined => {
  const found = row as Row | undefined
  return found && { ...found, demonstration: found.demonstration === 1 }
}

/** `by` is the account that invited; null where the command line did. Call it inside a change. */
export function addAccount(state: State, account: Account, by: string | null, at: string): StoredAccount {
  const { id, role, country } = account
  state.db
    .prepare(
      `INSERT INTO account (id, email, name, role, country, language, demonstration, made_at)
       VALUES (:id, :email, :name, :role, :country, :language, :demonstration, :at)`,
    )
    .run({ ...account, demonstration: account.demonstration ? 1 : 0, at })
  appendToJournal(state, { at, kind: 'account-made', body: { account: id, role, country, by } })
  return { ...account, madeAt: at, disabledAt: null }
}

export const accountOf = ({ db }: State, id: string) =>
  told(db.prepare(`SELECT ${columns} FROM account WHERE id = ?`).get(id))

/** Capitals make no other address. */
export const accountByEmail = ({ db }: State, email: string) =>
  told(db.prepare(`SELECT ${columns} FROM account WHERE email = ?`).get(email))

export const allAccounts = ({ db }: State) =>
  db.prepare(`SELECT ${columns} FROM account ORDER BY name, id`).all().map(told) as StoredAccount[]

/** Nobody signs in with a disabled account, and all its sessions end with it. */
export function disableAccount(state: State, id: string, by: string | null, at: string) {
  state.db.prepare('UPDATE account SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL').run(at, id)
  state.db.prepare('UPDATE session SET ended_at = ? WHERE account = ? AND ended_at IS NULL').run(at, id)
  appendToJournal(state, { at, kind: 'account-disabled', body: { account: id, by } })
}
