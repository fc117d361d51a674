import { Secret, TOTP } from 'otpauth'

/** The six digits an authenticator shows at a time. */
export const codeOf = (seed: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(seed), digits: 6, period: 30 }).generate({ timestamp: at })
