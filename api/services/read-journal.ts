import {
  brokenJournalEntry,
  journalEntries,
  journalSeal,
  type StoredEntry,
  type Wanted,
  wasJournalSeal,
} from '../store/journal.ts'
import type { Context } from './context.ts'

export type JournalView = {
  /** The first entry that does not follow from the one before; null where all do. */
  broken: number | null
  /** Whether the journal goes on from a seal taken earlier; null where none was given. */
  goesOn: boolean | null
  seal: string
  entries: StoredEntry[]
}

/** What was done, and whether anybody has changed the record of it: the chain itself, and against a seal kept elsewhere. */
export const readJournal = ({ state }: Context, wanted: Wanted, earlierSeal?: string): JournalView => ({
  broken: brokenJournalEntry(state),
  goesOn: earlierSeal === undefined ? null : wasJournalSeal(state, earlierSeal),
  seal: journalSeal(state),
  entries: journalEntries(state, wanted),
})
