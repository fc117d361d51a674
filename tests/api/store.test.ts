import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  allImports,
  currentImports,
  currentImportsOf,
  type NewImport,
  recordImports,
} from '../../api/store/imports.ts'
import { brokenJournalEntry } from '../../api/store/journal.ts'
import { readKey } from '../../api/store/key-file.ts'
import { openState } from '../../api/store/open-state.ts'
import { rawFiles, sha256 } from '../../api/store/raw-files.ts'
import { currentReleaseId, publicationOf, recordPublication } from '../../api/store/releases.ts'
import { seal, unseal } from '../../api/store/seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let states = 0
const freshPath = () => join(folder, `state-${states++}.sqlite`)
const at = '2021-08-01T00:00:00.000Z'

const anImport = (name: string, quarter = '2021-Q2'): NewImport => ({
  fileHash: sha256(Buffer.from(name)),
  file: name,
  country: 'TUN',
  mapping: 'TUN-population',
  version: 1,
  quarter,
  receivedOn: '2021-07-20',
  importedAt: at,
  origin: 'person',
  sliceHash: sha256(Buffer.from(`slice of ${name}`)),
  observations: 12,
  warnings: 0,
  notes: 1,
  answers: '{}',
})
const release = (id: string) => ({
  id,
  folder: `releases/${id}`,
  dataAsOf: '2021-07-31',
  manifestHash: 'b'.repeat(64),
})

describe('the state', () => {
  it('writes every change to the disk before it says so', () => {
    const state = openState(freshPath())
    expect(state.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(state.db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    state.close()
  })

  it('supersedes a report by a later one of the same quarter and keeps both', () => {
    const state = openState(freshPath())
    for (const name of ['first', 'other quarter', 'correction']) {
      recordImports(state, [anImport(name, name === 'other quarter' ? '2021-Q3' : '2021-Q2')])
    }
    expect(currentImports(state).map(({ file }) => file)).toEqual(['correction', 'other quarter'])
    expect(allImports(state).map(({ file, supersededBy }) => [file, supersededBy])).toEqual([
      ['first', 3],
      ['other quarter', null],
      ['correction', null],
    ])
    expect(currentImportsOf(state, anImport('first').fileHash)).toEqual([])
    expect(currentImportsOf(state, anImport('correction').fileHash).map(({ id }) => id)).toEqual([3])
    state.close()
  })

  it('shows the release published last and remembers when each was first published', () => {
    const state = openState(freshPath())
    expect(currentReleaseId(state)).toBeUndefined()
    recordPublication(state, release('a'), '2021-01-01')
    recordPublication(state, release('b'), '2021-02-01')
    recordPublication(state, release('b'), '2021-03-01')
    recordPublication(state, release('a'), '2021-04-01')
    expect(currentReleaseId(state)).toBe('a')
    expect(publicationOf(state, 'a')?.publishedAt).toBe('2021-01-01')
    expect(publicationOf(state, 'b')?.publishedAt).toBe('2021-02-01')
    expect(publicationOf(state, 'c')).toBeUndefined()
    expect(state.db.prepare('SELECT count(*) AS n FROM publication').get()).toEqual({ n: 3 })
    state.close()
  })

  it('survives being opened again and refuses one from a later version', () => {
    const path = freshPath()
    const state = openState(path)
    recordImports(state, [anImport('kept')])
    state.close()
    const again = openState(path)
    expect(currentImports(again)).toHaveLength(1)
    again.db.exec('PRAGMA user_version = 999')
    again.close()
    expect(() => openState(path)).toThrow(expect.objectContaining({ code: 'state-newer' }))
  })

  it('undoes the whole of a change that fails', () => {
    const state = openState(freshPath())
    recordImports(state, [anImport('before')])
    expect(() =>
      recordImports(state, [anImport('good'), { ...anImport('bad'), receivedOn: 'soon' }]),
    ).toThrow()
    expect(currentImports(state).map(({ file }) => file)).toEqual(['before'])
    expect(state.db.prepare('SELECT count(*) AS n FROM journal').get()).toEqual({ n: 1 })
    state.close()
  })
})

describe('the journal', () => {
  const filled = () => {
    const state = openState(freshPath())
    for (const name of ['a', 'b', 'c', 'd', 'e']) recordImports(state, [anImport(name)])
    return state
  }
  it('holds when nothing was altered', () => {
    const state = filled()
    expect(brokenJournalEntry(state)).toBeNull()
    state.close()
  })
  it.each([
    'UPDATE journal SET body = 1',
    'DELETE FROM journal',
    'DELETE FROM import',
    'UPDATE import SET country = 1',
  ])('refuses %s', (statement) => {
    const state = filled()
    expect(() => state.db.exec(statement)).toThrow(/never/)
    state.close()
  })
  it('shows where it was altered by someone who removed that guard', () => {
    const columns = ['at', 'kind', 'body', 'previous', 'hash']
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...columns),
        fc.constantFrom('0', 'f'),
        (id, column, digit) => {
          const state = filled()
          state.db.exec('DROP TRIGGER journal_stays; DROP TRIGGER journal_is_kept')
          state.db.prepare(`UPDATE journal SET ${column} = ? || ${column} WHERE id = ?`).run(digit, id)
          expect(brokenJournalEntry(state)).toBe(id)
          state.close()
        },
      ),
      { numRuns: 25 },
    )
  })
  it('shows that an entry was taken out', () => {
    const state = filled()
    state.db.exec('DROP TRIGGER journal_is_kept; DELETE FROM journal WHERE id = 3')
    expect(brokenJournalEntry(state)).toBe(4)
    state.close()
  })
})

describe('an original file', () => {
  const key = readKey(join(folder, 'raw.key'), true)
  const raw = join(folder, 'raw')
  const text = 'Établissement;Effectif\nMornaguia;123\n'

  it('comes back byte for byte and is kept once', async () => {
    const files = rawFiles(raw, key)
    const hash = await files.put(Buffer.from(text))
    const path = join(raw, hash.slice(0, 2), hash)
    const before = statSync(path).mtimeMs
    expect(await files.put(Buffer.from(text))).toBe(hash)
    expect(statSync(path).mtimeMs).toBe(before)
    expect((await files.get(hash)).toString()).toBe(text)
    expect(readdirSync(join(raw, hash.slice(0, 2)))).toEqual([hash])
  })

  it('cannot be read on the disk', async () => {
    const hash = await rawFiles(raw, key).put(Buffer.from(text))
    expect(readFileSync(join(raw, hash.slice(0, 2), hash)).includes('Mornaguia')).toBe(false)
  })

  it('is refused under another key, when it is gone, and when any byte of it has changed', async () => {
    const files = rawFiles(raw, key)
    const hash = await files.put(Buffer.from('to be damaged'))
    const path = join(raw, hash.slice(0, 2), hash)
    await expect(rawFiles(raw, readKey(join(folder, 'other.key'), true)).get(hash)).rejects.toMatchObject({
      code: 'key-wrong',
    })
    await expect(files.get('0'.repeat(64))).rejects.toMatchObject({ code: 'raw-file-missing' })
    const sealed = readFileSync(path)
    writeFileSync(path, sealed.subarray(0, sealed.length - 1))
    await expect(files.get(hash)).rejects.toMatchObject({ code: 'raw-file-damaged' })
  })

  it('never unseals to anything but what was sealed', () => {
    const key = Buffer.alloc(32, 7)
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, flip) => {
        const sealed = seal(key, 'name', bytes)
        expect(unseal(key, 'name', sealed)).toEqual(Buffer.from(bytes))
        expect(unseal(key, 'other name', sealed)).toBe('damaged')
        const place = at % sealed.length
        sealed[place] = (sealed[place] ?? 0) ^ flip
        expect(['damaged', 'key-wrong']).toContain(unseal(key, 'name', sealed))
      }),
    )
  })

  it('has its key made once, readable by its owner only, and never made again over sealed files', () => {
    const path = join(folder, 'keys', 'made.key')
    const made = readKey(path, true)
    expect(readKey(path, false)).toEqual(made)
    expect(statSync(path).mode & 0o077).toBe(0)
    rmSync(path)
    expect(() => readKey(path, false)).toThrow(expect.objectContaining({ code: 'key-missing' }))
    expect(existsSync(path)).toBe(false)
    writeFileSync(path, 'swordfish')
    expect(() => readKey(path, true)).toThrow(expect.objectContaining({ code: 'key-missing' }))
  })
})
