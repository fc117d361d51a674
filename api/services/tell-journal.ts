import type { z } from 'zod'
import { csvField } from '../../indicators/model/csv-field.ts'
import type { getJournal, JournalLine } from '../contract/journal/get-journal.ts'
import { allAccounts } from '../store/accounts/accounts.ts'
import { brokenJournalEntry, journalPage, journalSeal, type StoredEntry } from '../store/journal.ts'
import type { Context } from './context.ts'

type Asked = z.output<typeof getJournal.input>
type Line = z.output<typeof JournalLine>

const MOST = 200
/** Whose doing an entry is, by whichever of these names it. */
const doers = ['by', 'account'] as const

/** Entries as a person reads them, newest first, as many as stand on a page. */
export function tellJournal(context: Context, asked: Asked) {
  const { state } = context
  const page = journalPage(state, { ...asked, most: MOST + 1 })
  return {
    broken: brokenJournalEntry(state),
    seal: journalSeal(state),
    entries: linesOf(context, page.slice(0, MOST)),
    more: page.length > MOST,
  }
}

/** Every entry asked for as a table; what an entry names stands in one field. */
export function journalCsv(context: Context, asked: Asked): string {
  const lines = linesOf(context, journalPage(context.state, asked))
  const rows = lines.map(({ id, at, kind, by, body, hash }) => [
    id,
    at,
    kind,
    by?.name ?? '',
    Object.entries(body)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    hash,
  ])
  return [['number', 'at', 'kind', 'by', 'about', 'hash'], ...rows]
    .map((row) => `${row.map(csvField).join(',')}\r\n`)
    .join('')
}

function linesOf({ state }: Context, entries: readonly StoredEntry[]): Line[] {
  const names = new Map(allAccounts(state).map(({ id, name }) => [id, name]))
  return entries.map((entry) => {
    const id = doers.map((doer) => entry.body[doer]).find((one) => typeof one === 'string')
    const name = id === undefined ? undefined : names.get(String(id))
    return { ...entry, by: name === undefined ? null : { id: String(id), name } }
  })
}
