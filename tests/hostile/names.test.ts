import { expect, it } from 'vitest'
import { createTerminal } from '../../api/cli/terminal.ts'
import { checkFile } from '../../pipelines/stages/check-file.ts'
import { smallFile, smallSources } from '../pipelines/stages/small-sources.ts'

const names = [
  '../../etc/passwd',
  '/etc/cron.d/x',
  'C:\\Windows\\x.csv',
  '..\\..\\x.csv',
  'a\0b.csv',
  'CON',
  'NUL.csv',
  '.',
  '..',
  '',
  ' ',
  '\u202evsc.exe',
  '\u001b]0;title\u0007\u001b[2Jx.csv',
  'line\nfeed\r.csv',
  '<img src=x onerror=alert(1)>.csv',
  "'; DROP TABLE import; --.csv",
  '$(rm -rf ~).csv',
  '%2e%2e%2fx.csv',
  "=cmd|'/c calc'!A0.csv",
  '__proto__',
  '\ud800.csv',
  `${'x'.repeat(100_000)}.csv`,
  'a'.repeat(50_000) + '!'.repeat(50_000),
]

it.each(names)('a file named %j is read as under any other name', async (name) => {
  const bytes = smallFile('North;Alpha;many;1;no;1;')
  const plain = await checkFile({ name: 'any.csv', bytes, sources: smallSources })
  const { findings, hash, slices } = await checkFile({ name, bytes, sources: smallSources })
  expect(findings).toEqual(plain.findings.map((one) => ({ ...one, at: { ...one.at, file: name } })))
  expect([hash, slices.length]).toEqual([plain.hash, plain.slices.length])
})

it('gives a terminal no command, whatever a file or a cell is called', () => {
  const written: string[] = []
  const stream = {
    write: (text: string | Uint8Array) => written.push(String(text)),
    isTTY: true,
    columns: 200_000,
  }
  const terminal = createTerminal(stream, stream, false)
  for (const name of names) {
    terminal.say(name)
    terminal.note(name)
    terminal.result({}, () => [name])
    terminal.progress({ doing: 'Importing files', done: 1, of: 2, what: name })
  }
  const own = written.join('').replaceAll('\r\u001b[K', '')
  expect(own.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
})
