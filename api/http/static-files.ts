import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Encoding } from '../services/read-release.ts'
import { allEncodings, type Body, bodyOf, compress, type Representation } from './representation.ts'

/** Address → what is there. Only these addresses exist: no path is ever put together from a request. */
export type StaticFiles = ReadonlyMap<string, Representation>

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const compressed = new Set(['.ico', '.png', '.woff2'])

/** Reads every file of a folder whose kind is known; hidden files and folders stay unseen. */
export function readStaticFiles(folder: string, addressOf: (name: string) => string): StaticFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in types)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(folder.length + 1).replaceAll('\\', '/') }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
  return new Map(files.map(({ path, name }) => [addressOf(name), staticFile(path)]))
}

/** The build names a file by its content: `assets/client-B7PI925R.js`. */
export const isNamedByContent = (address: string) => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(address)

function staticFile(path: string): Representation {
  const plain = bodyOf(readFileSync(path))
  const made = new Map<Encoding, Promise<Body>>()
  const squeezable = !compressed.has(extname(path))
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    encodings: squeezable ? allEncodings : ['identity'],
    async load(encoding) {
      if (encoding === 'identity') return plain
      const body = made.get(encoding) ?? compress(plain.bytes, encoding, 11)
      made.set(encoding, body)
      return body
    },
  }
}
