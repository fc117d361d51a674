import { appendToJournal, type Entry } from '../../store/journal.ts'
import type { Context } from '../context.ts'

/** Writes down what was done or refused about accounts; inside a change it stands or falls with it. */
export const note = ({ state, now }: Context, kind: Entry['kind'], body: Entry['body']) =>
  appendToJournal(state, { at: now().toISOString(), kind, body })
