import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import type { JournalView } from '../../api/services/read-journal.ts'

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-journal-'))
  for (const [email, role] of [
    ['a@example.org', 'administrator'],
    ['b@example.org', 'coordinator'],
    ['c@example.org', 'donor'],
  ])
    await waymark('invite', email ?? '', '--role', role ?? '')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function waymark(...words: string[]) {
  let out = ''
  const write = (text: string | Uint8Array) => (out += text)
  const code = await run(words, { WAYMARK_DATA: folder }, { write }, { write: () => {} })
  return { code, out }
}
async function journal(...words: string[]) {
  const { code, out } = await waymark('journal', '--json', ...words)
  return { code, ...(JSON.parse(out) as JournalView) }
}
function tamper(statement: string) {
  const db = new DatabaseSync(join(folder, 'state.sqlite'))
  db.exec('DROP TRIGGER journal_stays; DROP TRIGGER journal_is_kept')
  db.exec(statement)
  db.close()
}

it('tells what was done, in order', async () => {
  const { code, entries, broken, goesOn } = await journal()
  expect([code, broken, goesOn]).toEqual([0, null, null])
  expect(entries.map(({ kind, body }) => [kind, body.role])).toEqual([
    ['invited', 'administrator'],
    ['invited', 'coordinator'],
    ['invited', 'donor'],
  ])
})

it('finds what names something, of a kind, since a day', async () => {
  expect((await journal('--about', 'donor')).entries).toHaveLength(1)
  expect((await journal('--about', 'don')).entries).toEqual([])
  expect((await journal('--kind', 'publish')).entries).toEqual([])
  expect((await journal('--since', '2001-01-01')).entries).toHaveLength(3)
  expect((await journal('--since', '2999-01-01')).entries).toEqual([])
})

it('says it to a person too, with the seal to keep', async () => {
  const { seal } = await journal()
  const { code, out } = await waymark('journal')
  expect(code).toBe(0)
  expect(out).toContain('role coordinator')
  expect(out).toContain(seal)
})

it('shows that an entry was changed', async () => {
  tamper(`UPDATE journal SET body = replace(body, 'donor', 'administrator') WHERE id = 3`)
  expect(await journal()).toMatchObject({ code: 1, broken: 3 })
})

it('shows by an earlier seal that the end was cut off, which the chain alone does not', async () => {
  const { seal } = await journal()
  await waymark('invite', 'd@example.org', '--role', 'donor')
  expect(await journal('--seal', seal)).toMatchObject({ code: 0, goesOn: true })
  tamper('DELETE FROM journal WHERE id > 2')
  expect(await journal()).toMatchObject({ code: 0, broken: null })
  expect(await journal('--seal', seal)).toMatchObject({ code: 1, goesOn: false })
})
