import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { openContext } from '../../api/services/context.ts'
import { allImports } from '../../api/store/imports.ts'
import { brokenJournalEntry } from '../../api/store/journal.ts'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { Explanation } from '../../indicators/model/explanation.ts'
import { returnsOf } from './national-returns.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'))
const data = join(folder, 'data')
const good = join(folder, 'good')
let wrong = ''

beforeAll(async () => {
  for (const { name, bytes } of await returnsOf('TUN-training', [
    '2021-Q1',
    '2021-Q2',
    '2021-Q3',
    '2021-Q4',
  ])) {
    writeFileSync(join(folder, name), bytes)
    goods.push(join(folder, name))
  }
  const broken = (await brokenFiles()).find(({ id }) => id === 'negative-count')
  wrong = join(folder, broken?.name ?? '')
  writeFileSync(wrong, broken?.bytes ?? '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const goods: string[] = []

async function waymark(...words: string[]) {
  const said = { out: '', err: '' }
  const code = await run(
    words,
    { WAYMARK_DATA: data },
    { write: (text) => (said.out += typeof text === 'string' ? text : Buffer.from(text).toString()) },
    { write: (text) => (said.err += text) },
  )
  return { code, ...said }
}

describe('the command line', () => {
  it('helps, whatever is asked of it first', async () => {
    for (const words of [[], ['help'], ['--help'], ['help', 'import'], ['publish', '--help']]) {
      const { code, out } = await waymark(...words)
      expect([code, out.length > 40]).toEqual([0, true])
    }
  })

  it.each([
    [['nonsense'], 'nonsense'],
    [['publish', 'extra'], 'extra'],
    [['check'], 'Name one file'],
    [['check', join(folder, 'no-such-file.xlsx')], 'no-such-file'],
    [['check', folder], 'folder'],
    [['import', good, '--country', 'FRA'], 'FRA'],
    [['export', 'docx'], 'docx'],
    [['serve', '--port', 'many'], 'many'],
  ])('answers %j with 2 and a sentence about it', async (words, mention) => {
    const { code, err, out } = await waymark(...words)
    expect(code).toBe(2)
    expect(err + out).toContain(mention)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('answers 3 where there is nothing to publish, and says what would help', async () => {
    const { code, err } = await waymark('publish')
    expect([code, err]).toEqual([3, expect.stringContaining('waymark import')])
  })

  it('answers 1 to a file with an error, naming cell, value and remedy, in the language asked for', async () => {
    const english = await waymark('check', wrong, '--country', 'KAZ')
    expect([english.code, english.out]).toEqual([1, expect.stringMatching(/B5.*-3.*below zero/)])
    const russian = await waymark('check', wrong, '--country', 'KAZ', '--lang', 'ru')
    expect([russian.code, russian.out]).toEqual([1, expect.stringContaining('меньше нуля')])
  })

  it('asks what a mark means, in the language asked for, and takes the answer', async () => {
    const [name = ''] = goods
    const marked = join(folder, `marked ${basename(name)}`)
    const lines = readFileSync(name, 'latin1').split('\r\n')
    const row = lines.findLastIndex((line) => /;\d/.test(line))
    writeFileSync(marked, lines.with(row, lines[row]?.replace(/;\d[^;]*/, ';-') ?? '').join('\r\n'), 'latin1')
    const asked = await waymark('check', marked, '--country', 'TUN', '--lang', 'fr')
    expect([asked.code, asked.out]).toEqual([
      1,
      expect.stringContaining('Que signifie « - » dans ce fichier'),
    ])
    expect(asked.out).toContain('--answer mark:-=missing  Non communiqué')
    const answered = await waymark(
      'check',
      marked,
      '--country',
      'TUN',
      '--answer',
      'mark:-=missing',
      '--json',
    )
    expect(JSON.parse(answered.out)).toMatchObject({ verdict: 'acceptable', questions: [] })
    const wrongly = await waymark('check', marked, '--country', 'TUN', '--answer', 'mark:-=many', '--json')
    expect(JSON.parse(wrongly.out)).toMatchObject({
      verdict: 'has-questions',
      questions: [{ id: 'mark:-', cells: 1 }],
    })
    expect((await waymark('check', marked, '--answer', 'missing')).code).toBe(2)
  })

  it('gives one JSON text with --json, for results and for refusals', async () => {
    const checked = await waymark('check', wrong, '--country', 'KAZ', '--json')
    expect(JSON.parse(checked.out)).toMatchObject({ verdict: 'has-errors' })
    expect(checked.err).toBe('')
    const refused = await waymark('nonsense', '--json')
    expect(JSON.parse(refused.out)).toMatchObject({ problem: { code: 'command-unknown' } })
  })

  it('imports, publishes and exports', async () => {
    expect((await waymark('import', goods[0] ?? '')).code).toBe(0)
    expect((await waymark('publish')).code).toBe(0)
    const target = join(folder, 'values.csv')
    expect((await waymark('export', 'csv', '--out', target)).code).toBe(0)
    expect(existsSync(target)).toBe(true)
    const report = join(folder, 'rapport.docx')
    const begun = await waymark('report', '--language', 'fr', '--out', report)
    expect([begun.code, readFileSync(report).subarray(0, 2).toString()]).toEqual([0, 'PK'])
    const unknown = await waymark('report', '--release', 'none', '--out', report)
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('none')])
  })

  it('takes a figure apart down to its cells, in words and as JSON', async () => {
    const told = await waymark('explain', 'OP1.2.1', 'TUN', '2021-Q1')
    expect([told.code, told.err]).toEqual([0, ''])
    for (const part of [
      /^OP1\.2\.1 /,
      /version 1, valid since/,
      /TR_FIRST, added up: [\d +]+ = \d+/,
      /› \w+\d/,
    ])
      expect(told.out).toMatch(part)
    const json = await waymark('explain', 'staff-trained', 'tun', '2021-Q1', '--json')
    const { lineage, steps, value } = Explanation.parse(JSON.parse(json.out))
    expect([steps.at(-1), (lineage ?? []).length > 0]).toMatchObject([{ result: value.value }, true])
  })

  it('follows a cell to the figures it feeds', async () => {
    const json = await waymark('explain', 'staff-trained', 'TUN', '2021-Q1', '--json')
    const [row] = Explanation.parse(JSON.parse(json.out)).lineage ?? []
    const words = [
      '--file',
      row?.file ?? '',
      '--sheet',
      row?.sheet ?? '',
      '--cell',
      row?.ref.split('-')[0] ?? '',
    ]
    const followed = await waymark(
      'explain',
      ...words.filter((word, i) => word !== '' && words[i + 1] !== ''),
    )
    expect(followed.out).toContain('OP1.2.1')
    expect(followed.out).toMatch(/2021-Q1 TUN: \d+/)
  })

  it('shows of the public edition what its figures say, and none of what they were made of', async () => {
    const { out } = await waymark('explain', 'staff-trained', 'TUN', '2021-Q1', '--edition', 'public')
    expect(out).toContain('What it was read from is in the internal edition only.')
    expect(out).not.toMatch(/\.csv|\.xlsx/)
  })

  it.each([
    [['explain', 'staff-trainde', 'TUN', '2021-Q1'], 3, 'staff-trained (OP1.2.1)'],
    [['explain', 'staff-trained', 'TUN', '2021'], 2, '2021-Q2'],
    [['explain', 'GO.1', 'TUN', '2021-Q1'], 3, 'not due in 2021-Q1'],
    [['explain', 'staff-trained', 'TUN', '2021-Q1', 'sex=woman'], 2, 'sex=female'],
    [['explain', 'staff-trained', 'TUN'], 2, 'Name an indicator, a place and a quarter'],
    [['explain', '--file', 'no.csv', '--cell', 'C7'], 3, 'no.csv'],
    [['explain', '--file', 'no.csv', '--cell', '7'], 2, '--cell C7'],
    [['explain', '--file', 'no.csv', '--cell', 'C7', '--edition', 'public'], 2, 'internal edition only'],
  ])('answers %j with %i and what there is instead', async (words, code, mention) => {
    const said = await waymark(...words)
    expect([said.code, said.err]).toEqual([code, expect.stringContaining(mention)])
  })

  it('says in one sentence that a port is taken', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, err } = await waymark('start', '--port', String(port), '--internal-port', '0')
    other.close()
    expect([code, err]).toEqual([3, expect.stringContaining(String(port))])
  })
})

describe('a process that is killed', () => {
  it.each([150, 400, 700, 1000, 1400, 2500])(
    'after %d ms of importing leaves all of a file or nothing',
    async (patience) => {
      const own = join(folder, `killed-${patience}`)
      const child = spawn(process.execPath, ['api/cli/main.ts', 'import', ...goods], {
        env: { ...process.env, WAYMARK_DATA: own },
        stdio: 'ignore',
      })
      await new Promise((resolve) => setTimeout(resolve, patience))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const context = openContext({ env: { WAYMARK_DATA: own } })
      expect(brokenJournalEntry(context.state)).toBeNull()
      const raw = allImports(context.state).length > 0 ? await context.raw() : null
      for (const { fileHash, sliceHash } of allImports(context.state)) {
        expect(existsSync(join(context.paths.slices, `${sliceHash}.parquet`))).toBe(true)
        expect((await raw?.get(fileHash))?.length).toBeGreaterThan(0)
      }
      context.close()
    },
  )
})
