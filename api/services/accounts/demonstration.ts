import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, Role } from '../../contract/accounts/account.ts'
import { accountByEmail, addAccount, allAccounts, disableAccount } from '../../store/accounts/accounts.ts'
import { confirmSecondFactor, proposeSecondFactor, setPassword } from '../../store/accounts/factors.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { hashPassword } from './passwords.ts'
import { newId, newRecoveryCode } from './secrets.ts'
import { codeAt, newSeed, sealSeed, tellSeed } from './seeds.ts'

/** An invented person, with all that is needed to sign in as one. */
const Invented = z.strictObject({ email: z.string(), role: Role, password: z.string(), seed: z.string() })
export type Invented = z.infer<typeof Invented>

type Person = Pick<Account, 'email' | 'name' | 'role' | 'country'>

/** One of each role; a focal point for each country. Their passwords are made anew for every data folder. */
const people: readonly Person[] = [
  person('administrator', 'administrator'),
  person('coordinator', 'coordinator'),
  person('kazakhstan', 'focal_point', 'KAZ'),
  person('tunisia', 'focal_point', 'TUN'),
  person('uganda', 'focal_point', 'UGA'),
  person('donor', 'donor'),
]

function person(word: string, role: Role, country: Person['country'] = null): Person {
  return { email: `${word}@example.org`, name: `Demo ${word}`, role, country }
}

/** Where the invented people's passwords stand, for whoever runs the demonstration. */
export const inventedAt = ({ paths }: Context) => join(dirname(paths.demonstration), 'people.json')

/** The invented people of the demonstration who may sign in; made where there are none. Whoever is closed stays so. */
export async function inventPeople(context: Context): Promise<Invented[]> {
  const free = people.filter(({ email }) => isFree(context, email))
  const known = knownPeople(context).filter(({ email }) => free.some((one) => one.email === email))
  if (known.length === free.length) return known
  const made: Invented[] = []
  for (const one of free) made.push(await makePerson(context, one))
  const path = inventedAt(context)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}

/** The six digits a person's authenticator would show now. */
export const codeNow = ({ now }: Context, { seed }: Invented) => codeAt(seed, now())

/** Whether an invented person has this address or may have it: nobody else's account is ever taken over. */
function isFree({ state }: Context, email: string): boolean {
  const account = accountByEmail(state, email)
  return !account || (account.demonstration && account.disabledAt === null)
}

function knownPeople(context: Context): Invented[] {
  try {
    const known = z.array(Invented).parse(JSON.parse(readFileSync(inventedAt(context), 'utf8')))
    return known.filter(({ email }) => accountByEmail(context.state, email))
  } catch {
    return []
  }
}

async function makePerson(context: Context, { email, name, role, country }: Person): Promise<Invented> {
  const { state, now } = context
  const password = newRecoveryCode()
  const seed = newSeed()
  const hash = await hashPassword(password)
  const id = accountByEmail(state, email)?.id ?? newId()
  const sealed = await sealSeed(context, id, seed)
  state.together(() => {
    const at = now().toISOString()
    if (!accountByEmail(state, email))
      addAccount(state, { id, email, name, role, country, language: 'en', demonstration: true }, null, at)
    setPassword(state, id, hash, at)
    proposeSecondFactor(state, id, sealed)
    confirmSecondFactor(state, id, { sealedSeed: sealed, step: 1, at })
  })
  return { email, role, password, seed: tellSeed(seed, email).seed }
}

const openOnes = ({ state }: Context) =>
  allAccounts(state).filter(({ demonstration, disabledAt }) => demonstration && disabledAt === null)

/**
 * Refuses to go on where somebody could come in with a password that stands in a file.
 *
 * Errors  `demonstration-accounts`
 */
export function refuseInvented(context: Context) {
  const n = openOnes(context).length
  if (n > 0) throw new Problem('demonstration-accounts', { n })
}

/** Nobody signs in as an invented person any more. */
export function closeInvented(context: Context): number {
  const open = openOnes(context)
  context.state.together(() => {
    for (const { id } of open) disableAccount(context.state, id, null, context.now().toISOString())
  })
  rmSync(inventedAt(context), { force: true })
  return open.length
}
