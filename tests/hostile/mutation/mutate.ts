import { unzipSync, zipSync } from 'fflate'
import { type Random, stream } from '../../../fixtures/truth/random.ts'
import type { Seed } from './seeds.ts'
import { markup, numbers, signatures, texts } from './tokens.ts'

export type Mutant = { of: string; how: string[]; bytes: Uint8Array }
type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const below = (random: Random, limit: number) => Math.floor(random() * limit)
const oneOf = <Thing>(random: Random, things: readonly Thing[]): Thing =>
  things[below(random, things.length)] as Thing
const joined = (...chunks: Uint8Array[]) => new Uint8Array(Buffer.concat(chunks))

/** A place and a length after it; most are short. */
function span(bytes: Uint8Array, random: Random) {
  const from = below(random, bytes.length + 1)
  const longest = random() < 0.7 ? 32 : bytes.length
  return { from, to: Math.min(bytes.length, from + 1 + below(random, longest)) }
}

const inserted = (bytes: Uint8Array, random: Random, more: Uint8Array) => {
  const at = below(random, bytes.length + 1)
  return joined(bytes.subarray(0, at), more, bytes.subarray(at))
}

const changes: Record<string, Change> = {
  'a bit flipped': (bytes, random) => {
    const changed = new Uint8Array(bytes)
    const at = below(random, bytes.length)
    if (bytes.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8))
    return changed
  },
  'a byte set': (bytes, random) => {
    const changed = new Uint8Array(bytes)
    if (bytes.length > 0) changed[below(random, bytes.length)] = oneOf(random, [0, 1, 0x7f, 0x80, 0xff])
    return changed
  },
  'a number set': (bytes, random) => {
    const changed = Buffer.from(bytes)
    if (bytes.length >= 4)
      changed.writeUInt32LE(
        oneOf(random, [0, 1, 0xffff, 0x7fffffff, 0xffffffff]),
        below(random, bytes.length - 3),
      )
    return changed
  },
  'a block lost': (bytes, random) => {
    const { from, to } = span(bytes, random)
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  },
  'a block twice': (bytes, random) => {
    const { from, to } = span(bytes, random)
    return joined(bytes.subarray(0, to), bytes.subarray(from))
  },
  'a block moved': (bytes, random) => {
    const { from, to } = span(bytes, random)
    return inserted(joined(bytes.subarray(0, from), bytes.subarray(to)), random, bytes.subarray(from, to))
  },
  'the end lost': (bytes, random) => bytes.slice(0, below(random, bytes.length + 1)),
  'another file’s end': (bytes, random, other) =>
    joined(
      bytes.subarray(0, below(random, bytes.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ),
  'a signature put in': (bytes, random) =>
    inserted(bytes, random, Buffer.from(oneOf(random, signatures), 'hex')),
  'a text put in': (bytes, random) => inserted(bytes, random, Buffer.from(oneOf(random, texts))),
  'a text put in as UTF-16': (bytes, random) =>
    inserted(bytes, random, Buffer.from(oneOf(random, texts), 'utf16le')),
}

const rewrites: Record<string, (text: string, random: Random) => string> = {
  'an attribute changed': (text, random) =>
    replaced(text, random, /="[^"]*"/g, () => `="${oneOf(random, [...numbers, ...texts])}"`),
  'a number changed': (text, random) => replaced(text, random, /\d+/g, () => oneOf(random, numbers)),
  'a tag lost': (text, random) => replaced(text, random, /<[^>]*>/g, () => ''),
  'a tag twice': (text, random) => replaced(text, random, /<[^>]*>/g, (tag) => tag + tag),
  'an element many times': (text, random) =>
    replaced(text, random, /<(\w+)[^>]*>[^<]*<\/\1>/g, (element) => element.repeat(1 + below(random, 300))),
  'a name changed': (text, random) =>
    replaced(text, random, /<\/?[\w:]+/g, () => oneOf(random, ['<v', '</c', '<a:row', '<t', '</si'])),
  'markup put in': (text, random) =>
    replaced(text, random, /|[<>]/g, (found) => found + oneOf(random, markup)),
}

/** One of the places a pattern is found in, replaced. */
function replaced(text: string, random: Random, pattern: RegExp, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const one = oneOf(random, found)
  if (!one) return text
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

/** The same mutant for the same number, on every machine. */
export function mutantOf(seeds: readonly Seed[], number: number): Mutant {
  const random = stream(`mutant ${number}`)
  const seed = oneOf(random, seeds)
  const other = oneOf(random, seeds)
  const how: string[] = []
  let bytes = seed.bytes
  if (isZip(bytes) && random() < 0.6) {
    bytes = changedInside(bytes, random, how)
    if (random() < 0.8) return { of: seed.id, how, bytes }
  }
  for (let left = 1 + below(random, 4); left > 0; left -= 1) {
    const [name, change] = oneOf(random, Object.entries(changes))
    how.push(name)
    bytes = change(bytes, random, other.bytes)
  }
  return { of: seed.id, how, bytes }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Parts of a workbook changed and packed again, so that its checksums are right. */
function changedInside(bytes: Uint8Array, random: Random, how: string[]): Uint8Array {
  const parts = unzipSync(bytes)
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const part = oneOf(random, Object.keys(parts))
    const [name, rewrite] = oneOf(random, Object.entries(rewrites))
    how.push(`${name} in ${part}`)
    parts[part] = Buffer.from(rewrite(new TextDecoder().decode(parts[part]), random))
  }
  if (random() < 0.05) delete parts[oneOf(random, Object.keys(parts))]
  return zipSync(parts, { level: 1 })
}
