import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encodeQR } from 'qr'
import { seal, unseal } from '../../store/seal.ts'
import { StoreFault } from '../../store/store-fault.ts'
import { asProblem, type Context } from '../context.ts'

const PERIOD = 30
const SEED_BYTES = 20
/** Steps of time a clock may be wrong by. */
const SLACK = 1

export const newSeed = () => randomBytes(SEED_BYTES)

/** The seed as an authenticator takes it: letters to type, or an address, alone and as a picture of squares. */
export function tellSeed(seed: Buffer, email: string) {
  const totp = totpOf(seed, email)
  const address = totp.toString()
  return { seed: totp.secret.base32, address, picture: encodeQR(address, 'svg') }
}

/** The step of time whose code this is; null where it is none of now. */
export function stepOf(seed: Buffer, code: string, at: Date): number | null {
  const delta = totpOf(seed, '').validate({ token: code, window: SLACK, timestamp: at.getTime() })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD) + delta
}

export const sealSeed = async (context: Context, account: string, seed: Buffer) =>
  seal(await context.key(), sealName(account), seed)

export async function openSeed(context: Context, account: string, sealed: Uint8Array): Promise<Buffer> {
  const opened = unseal(await context.key(), sealName(account), Buffer.from(sealed))
  if (typeof opened !== 'string') return opened
  return asProblem(() => {
    throw new StoreFault('key-wrong', context.paths.key)
  })
}

/** The six digits an authenticator with this seed shows at a time. */
export const codeAt = (seed: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(seed), digits: 6, period: PERIOD }).generate({
    timestamp: at.getTime(),
  })

const sealName = (account: string) => `second factor of ${account}`

function totpOf(seed: Buffer, label: string) {
  const bytes = new Uint8Array(seed).buffer
  return new TOTP({
    issuer: 'Waymark',
    label,
    secret: new Secret({ buffer: bytes }),
    digits: 6,
    period: PERIOD,
  })
}
