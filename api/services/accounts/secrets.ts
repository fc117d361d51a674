import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits that nobody guesses, in letters that need no escaping in an address or a cookie. */
export const newToken = () => randomBytes(32).toString('base64url')

/** Names something; knowing it opens nothing. */
export const newId = () => randomBytes(12).toString('base64url')

/** What is kept of a token: enough to know it again, too little to use it. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four, without letters and digits that look alike: 78 bits. */
export const newRecoveryCode = () =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')
