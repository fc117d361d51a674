import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import { Problem } from '../problem.ts'
import { queue } from '../queue.ts'

export const SHORTEST = 15
export const LONGEST = 256

type Cost = { memory: number; passes: number; parallelism: number }

/** OWASP's argon2id: 19 MiB, two passes. A hash made otherwise is made anew when its password comes by. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT = 16
const TAG = 32

/** Words of this place; a password that is little else is the first to be tried. */
const ownWords = ['waymark', 'unodc', 'uncct', 'cted', 'unoct', 'prison', 'password', 'monitoring']
/** Guesses it must outlast, as a power of ten. */
const GUESSES = 10

const estimate = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, own: ownWords },
  graphs: common.adjacencyGraphs,
})
const derive = promisify(argon2)
/** A hash takes 19 MiB and 50 ms of a core: a flood of sign-ins waits, then is turned away. */
const hashing = queue(2, 32, () => new Problem('sign-in-busy', {}))

/**
 * Refuses a password that is short or easily guessed; asks for no particular signs.
 * `about` is what others know of the person, such as the e-mail address.
 *
 * Errors  `password-short`, `password-long`, `password-guessable`
 */
export function judgePassword(password: string, about: readonly string[]) {
  const length = [...password].length
  if (length < SHORTEST) throw new Problem('password-short', { least: SHORTEST })
  if (length > LONGEST) throw new Problem('password-long', { most: LONGEST })
  const known = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean)
  if (estimate.check(password, known).guessesLog10 < GUESSES) throw new Problem('password-guessable', {})
}

/** `argon2id$m=…,t=…,p=…$salt$hash`, with salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT)
  return written(salt, await digest(password, salt, cost))
}

/** Takes as long where there is no hash: the time an answer takes tells nobody whether an account exists. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const known = read(hash ?? nobody)
  const made = await digest(password.slice(0, LONGEST), known.salt, known.cost)
  return timingSafeEqual(known.digest, made) && hash !== undefined
}

/** Whether a hash was made at another cost than is asked for today. */
export const isOutdated = (hash: string) => !hash.startsWith(`${signature}$`)

const signatureOf = ({ memory, passes, parallelism }: Cost) =>
  `argon2id$m=${memory},t=${passes},p=${parallelism}`
const signature = signatureOf(cost)
const written = (salt: Buffer, digest: Buffer) =>
  [signature, salt.toString('base64url'), digest.toString('base64url')].join('$')
const nobody = written(Buffer.alloc(SALT), Buffer.alloc(TAG))

function read(hash: string) {
  const [, cost = '', salt = '', digest = ''] = hash.split('$')
  const [memory = 0, passes = 0, parallelism = 0] = cost.split(',').map((part) => Number(part.slice(2)))
  return {
    cost: { memory, passes, parallelism },
    salt: Buffer.from(salt, 'base64url'),
    digest: Buffer.from(digest, 'base64url'),
  }
}

const digest = (password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  hashing(() => derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength: TAG, ...cost }))
