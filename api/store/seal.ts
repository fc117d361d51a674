import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const MARK = Buffer.from('WMK1')
const KEY_NAME = 8
const NONCE = 12
const TAG = 16

/** Tells which key sealed a file without saying anything about the key. */
const keyName = (key: Buffer) =>
  createHash('sha256').update('waymark key').update(key).digest().subarray(0, KEY_NAME)

/** Mark, key name, nonce, tag, then the text sealed with AES-256-GCM and bound to `name`. */
export function seal(key: Buffer, name: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([MARK, keyName(key), nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed, or why it cannot be had. */
export function unseal(key: Buffer, name: string, file: Buffer): Buffer | 'key-wrong' | 'damaged' {
  const [mark, keyMark, nonce, tag, sealed] = parts(file)
  if (!mark.equals(MARK) || tag.length < TAG) return 'damaged'
  if (!keyMark.equals(keyName(key))) return 'key-wrong'
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(Buffer.from(name)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    return 'damaged'
  }
}

function parts(file: Buffer) {
  const afterMark = MARK.length
  const afterKey = afterMark + KEY_NAME
  const afterNonce = afterKey + NONCE
  const afterTag = afterNonce + TAG
  return [
    file.subarray(0, afterMark),
    file.subarray(afterMark, afterKey),
    file.subarray(afterKey, afterNonce),
    file.subarray(afterNonce, afterTag),
    file.subarray(afterTag),
  ] as const
}
