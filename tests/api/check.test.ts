import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CheckedFile, CheckLine } from '../../api/contract/check-file.ts'
import { ProblemBody } from '../../api/contract/problem.ts'
import { createApp } from '../../api/http/app.ts'
import { type Listening, listen } from '../../api/http/listen.ts'
import { type Checking, startChecking } from '../../api/services/checking.ts'
import { openContext } from '../../api/services/context.ts'
import { openShelf } from '../../api/services/read-release.ts'
import { receiveFile } from '../../api/services/receive-file.ts'
import { allImports } from '../../api/store/imports.ts'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { cookieIn } from '../helpers/signed-in.ts'
import { returnsOf } from './national-returns.ts'
import { renderer } from './tiny-release.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-check-'))
const context = openContext({ env: { WAYMARK_DATA: folder } })
const logged: unknown[] = []
const training = await returnsOf('TUN-training', ['2021-Q1'])
const broken = await brokenFiles()
let checking: Checking
let server: Listening

const serving = (by: Checking) =>
  listen(
    createApp({
      shelf: openShelf(context, 'internal'),
      open: openShelf(context, 'public'),
      accounts: context,
      renderer,
      files: new Map(),
      log: (entry) => logged.push(entry),
      checking: by,
    }),
    0,
    '127.0.0.1',
  )
beforeAll(async () => {
  checking = startChecking(context)
  server = await serving(checking)
})
afterAll(async () => {
  await server.close()
  checking.close()
  context.close()
  rmSync(folder, { recursive: true, force: true })
})

const cookie = cookieIn(context)
const own = (port = server.port) => `http://127.0.0.1:${port}`
type Sending = { query?: string; headers?: Record<string, string>; port?: number; signal?: AbortSignal }
const send = (
  name: string,
  bytes: BodyInit,
  { query = '', headers = {}, port = server.port, signal }: Sending = {},
) =>
  fetch(`${own(port)}/api/check?name=${encodeURIComponent(name)}${query}`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/octet-stream', origin: own(port), ...cookie, ...headers },
    ...(bytes instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...(signal ? { signal } : {}),
  })
const leftOver = () => (existsSync(context.paths.incoming) ? readdirSync(context.paths.incoming) : [])
const file = (id: string) => {
  const found = broken.find((one) => one.id === id)
  if (!found) throw new Error(`no broken file ${id}`)
  return { name: found.name, bytes: Buffer.from(found.bytes) }
}

describe('a file that is sent', () => {
  it('is told what an import would make of it, and nothing of it is kept', async () => {
    const [sent] = training
    const response = await send(sent?.name ?? '', sent?.bytes ?? '')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const checked = CheckedFile.parse(await response.json())
    expect(checked).toMatchObject({
      file: sent?.name,
      verdict: 'acceptable',
      mapping: 'TUN-training',
      country: 'TUN',
      quarters: ['2021-Q1'],
    })
    expect(checked.values).toBeGreaterThan(50)
    expect([leftOver(), allImports(context.state), existsSync(context.paths.raw)]).toEqual([[], [], false])
  })

  it('has its findings told in the language asked for, the gravest first', async () => {
    const { name, bytes } = file('text-in-number')
    const english = CheckedFile.parse(await (await send(name, bytes)).json())
    const russian = CheckedFile.parse(await (await send(name, bytes, { query: '&lang=ru' })).json())
    expect(english.verdict).toBe('has-errors')
    expect(english.findings[0]?.severity).toBe('error')
    expect(russian.findings[0]?.message).toMatch(/[а-я]/)
    expect(russian.findings.map(({ message: _, ...rest }) => rest)).toEqual(
      english.findings.map(({ message: _, ...rest }) => rest),
    )
  })

  it('is told line by line what is found, and the summary last', async () => {
    const { name, bytes } = file('women-and-men-not-total')
    const headers = { accept: 'application/x-ndjson' }
    const response = await send(name, bytes, { headers })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => CheckLine.parse(JSON.parse(line)))
    const whole = CheckedFile.parse(await (await send(name, bytes)).json())
    const { findings, ...summary } = whole
    expect(lines.at(-1)).toEqual({ checked: summary })
    const told = lines.flatMap((line) => ('finding' in line ? [line.finding] : []))
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
      new Set(findings.map((one) => JSON.stringify(one))),
    )
    expect(summary.counts.error).toBe(findings.filter(({ severity }) => severity === 'error').length)
  })

  it('that is about persons is refused and leaves nothing', async () => {
    const { name, bytes } = file('case-list')
    const checked = CheckedFile.parse(await (await send(name, bytes)).json())
    expect(checked.verdict).toBe('about-persons')
    expect(leftOver()).toEqual([])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(4096)],
    ['a torn zip', Buffer.from('504b0304ffffffffffff', 'hex')],
    ['half an unclosed quote', Buffer.from('a;b\n"1;2\n')],
  ])('of %s is answered with a finding', async (_, bytes) => {
    const response = await send('x.xlsx', bytes)
    expect(response.status).toBe(200)
    const { verdict, findings } = CheckedFile.parse(await response.json())
    expect(verdict).toBe('has-errors')
    expect(findings.length).toBeGreaterThan(0)
  })
})

describe('what is refused before it is read', () => {
  const bytes = Buffer.from('a;b')
  it.each([
    ['no origin', { origin: '' }, 403, 'origin-not-allowed'],
    ['another origin', { origin: 'http://evil.example' }, 403, 'origin-not-allowed'],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403, 'origin-not-allowed'],
    ['an opaque origin', { origin: 'null' }, 403, 'origin-not-allowed'],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'body-type-wrong'],
    ['plain text', { 'content-type': 'text/plain' }, 415, 'body-type-wrong'],
    ['compressed bytes', { 'content-encoding': 'gzip' }, 415, 'body-type-wrong'],
    ['an answer as a picture', { accept: 'image/png' }, 406, 'not-acceptable'],
  ])('%s', async (_, headers, status, code) => {
    const response = await send('x.csv', bytes, { headers: headers as Record<string, string> })
    expect(response.status).toBe(status)
    expect(ProblemBody.parse(await response.json()).type).toBe(`/problems/${code}`)
  })

  it('a page of another site, which a browser marks', async () => {
    const app = createApp({
      shelf: openShelf(context, 'internal'),
      open: openShelf(context, 'public'),
      accounts: context,
      renderer,
      files: new Map(),
      log: () => {},
      checking,
    })
    const sentFrom = (site: string) =>
      app.request('http://localhost/api/check?name=x.csv', {
        method: 'POST',
        body: 'a;b',
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          'sec-fetch-site': site,
          'content-type': 'application/octet-stream',
          ...cookie,
        },
      })
    expect((await sentFrom('cross-site')).status).toBe(403)
    expect((await sentFrom('same-site')).status).toBe(403)
    expect((await sentFrom('same-origin')).status).toBe(200)
  })

  it('an unknown country or language, by name', async () => {
    const response = await send('x.csv', bytes, { query: '&country=FRA&lang=xx' })
    const { errors } = ProblemBody.parse(await response.json())
    expect(errors.map(({ path }) => path).sort()).toEqual(['country', 'lang'])
  })

  it('another method, and everything of that sort in the public edition', async () => {
    const read = await fetch(`${own()}/api/check?name=x.csv`)
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
    const open = createApp({
      shelf: openShelf(context, 'public'),
      renderer,
      files: new Map(),
      log: () => {},
    })
    expect((await open.request('/api/check?name=x.csv', { method: 'POST', body: 'a' })).status).toBe(405)
    expect((await open.request('/api/check?name=x.csv')).status).toBe(404)
  })

  it('more than is taken, of which nothing is left', async () => {
    const pieces = async function* () {
      for (let piece = 0; piece < 40; piece += 1) yield new Uint8Array(1024)
    }
    await expect(receiveFile(context, pieces(), 20_000)).rejects.toMatchObject({ code: 'body-too-large' })
    expect(leftOver()).toEqual([])
    const received = await receiveFile(context, pieces(), 40 * 1024)
    expect(received.bytes).toBe(40 * 1024)
    rmSync(received.path)
  })

  it('a twenty-second file while twenty-one are being sent, until one is through', async () => {
    const slow = Array.from({ length: 21 }, () => Promise.withResolvers<void>())
    const answers = slow.map(({ promise }) =>
      send(
        'x.csv',
        new ReadableStream({
          async start(controller) {
            controller.enqueue(bytes)
            await promise
            controller.close()
          },
        }),
      ),
    )
    await expect.poll(() => leftOver().length).toBe(21)
    const refused = await send('x.csv', bytes)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
    for (const { resolve } of slow) resolve()
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(21).fill(200))
    expect((await send('x.csv', bytes)).status).toBe(200)
    expect(leftOver()).toEqual([])
  })
})

describe('the process that checks', () => {
  it('is replaced when a file takes too long, which is said of the file', async () => {
    const hasty = startChecking(context, 1)
    const port = await serving(hasty)
    const response = await send('x.csv', Buffer.from('a;b'), { port: port.port })
    const { verdict, findings } = CheckedFile.parse(await response.json())
    expect([response.status, verdict, findings.map(({ code }) => code)]).toEqual([
      200,
      'has-errors',
      ['reading-stopped'],
    ])
    await port.close()
    hasty.close()
  })

  it('goes on with the next file after a sender has broken off', async () => {
    const breaking = new AbortController()
    const [sent] = training
    const answer = send(sent?.name ?? '', sent?.bytes ?? '', { signal: breaking.signal })
    await expect.poll(() => leftOver().length).toBe(1)
    breaking.abort()
    await expect(answer).rejects.toThrow()
    expect((await send(sent?.name ?? '', sent?.bytes ?? '')).status).toBe(200)
    expect(leftOver()).toEqual([])
  })

  it('goes on with the next file where nobody waits for the answer of the last', async () => {
    const [sent] = training
    for (const wait of [0, 20, 100, 400]) {
      const breaking = new AbortController()
      const headers = { accept: 'application/x-ndjson' }
      const answer = send(sent?.name ?? '', sent?.bytes ?? '', { headers, signal: breaking.signal })
      await expect.poll(() => leftOver().length).toBeGreaterThan(0)
      setTimeout(() => breaking.abort(), wait)
      await answer.then((response) => response.text()).catch(() => undefined)
    }
    expect((await send(sent?.name ?? '', sent?.bytes ?? '')).status).toBe(200)
    await expect.poll(() => leftOver(), { timeout: 20_000 }).toEqual([])
  })

  it('has failed at nothing', () => {
    expect(logged).toEqual([])
  })
})
