import { Unreadable } from './unreadable.ts'

/** Encodings of one byte a letter, in the order they are taken where a text fits several. */
export const oneByteEncodings = ['windows-1252', 'windows-1251', 'kz-1048', 'pt154', 'windows-1256'] as const
export type OneByteEncoding = (typeof oneByteEncodings)[number]

/**
 * Kazakh letters stand where windows-1251 has Serbian and Ukrainian ones. No browser knows these encodings. By byte from
 * 0x80 to 0xBF, the rest is windows-1251; `�` is no letter.
 */
const kazakh = {
  'kz-1048': 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—�™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү',
  pt154: 'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ',
}

/** The letter of each byte. */
export function lettersOf(encoding: OneByteEncoding): readonly string[] {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  if (encoding !== 'kz-1048' && encoding !== 'pt154') return [...new TextDecoder(encoding).decode(bytes)]
  const letters = [...new TextDecoder('windows-1251').decode(bytes)]
  letters.splice(0x80, 0x40, ...kazakh[encoding])
  return letters
}

/**
 * A text's letters. A byte order mark is no letter of it.
 *
 * Errors  `Unreadable` where the bytes are no text in this encoding
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'kz-1048' || encoding === 'pt154') {
    const letters = lettersOf(encoding)
    let text = ''
    for (let start = 0; start < bytes.length; start += 8192)
      text += Array.from(bytes.subarray(start, start + 8192), (byte) => letters[byte]).join('')
    if (text.includes('\ufffd')) throw new Unreadable('text-encoding-wrong', encoding)
    return text
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('text-encoding-wrong', encoding)
  }
}
