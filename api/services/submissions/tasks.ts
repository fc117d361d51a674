import { accountOf, type StoredAccount } from '../../store/accounts/accounts.ts'
import type { Context, Step } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { Problem } from '../problem.ts'
import { publish } from '../publish.ts'
import { previewRelease } from '../releases/preview.ts'
import { approve } from './approve.ts'
import { compare } from './compare.ts'
import { send } from './send.ts'

/** What takes long enough to be done beside the server: read, check, compare, record. */
export const tasks = {
  send,
  approve,
  compare,
  publish: (
    context: Context,
    { id: by }: StoredAccount,
    { notes }: { notes: string },
    definitions: Definitions,
  ) => publish(context, () => definitions, { by, notes }),
  preview: (
    context: Context,
    { language }: StoredAccount,
    _: Record<string, never>,
    definitions: Definitions,
  ) => previewRelease(context, definitions, language),
}
export type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type Asked<Name extends TaskName> = Parameters<Tasks[Name]>[2]
export type Done<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

/** Does the tasks people ask for, one after another. `heard` is told how far one has come. */
export type Work = {
  /** Errors: those of the task */
  do<Name extends TaskName>(
    name: Name,
    account: string,
    asked: Asked<Name>,
    heard?: (step: Step) => void,
  ): Promise<Done<Name>>
  close(): void
}

/** Errors: those of the task; `sign-in-needed` where the account has been disabled since */
export async function doTask<Name extends TaskName>(
  context: Context,
  definitions: Definitions,
  { name, account, asked }: { name: Name; account: string; asked: Asked<Name> },
): Promise<Done<Name>> {
  const person = accountOf(context.state, account)
  if (!person || person.disabledAt) throw new Problem('sign-in-needed', {})
  const run = tasks[name] as unknown as (
    context: Context,
    account: StoredAccount,
    asked: Asked<Name>,
    definitions: Definitions,
  ) => Promise<Done<Name>> // safe: each task takes what is asked of it
  return run(context, person, asked, definitions)
}
