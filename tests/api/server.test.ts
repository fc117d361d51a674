import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../api/http/listen.ts'
import { readStaticFiles } from '../../api/http/static-files.ts'
import { SECRET, tinySite } from './tiny-release.ts'

const site = tinySite(readStaticFiles('docs/problems', (name) => `/problems/${name.replace(/\.md$/, '')}`))
let server: Listening
beforeAll(async () => {
  site.publish()
  server = await listen(site.public, 0, '127.0.0.1')
})
afterAll(async () => {
  await server.close()
  site.remove()
})

const base = () => `http://127.0.0.1:${server.port}`
/** What the server sends to a request written by hand, which no client library tidies. */
const sendRaw = (lines: string[], port = server.port) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  })

describe('headers', () => {
  const paths = [
    '/',
    '/en/',
    '/api/programme',
    '/api/health',
    '/api/nowhere',
    '/problems/not-found',
    '/nowhere',
  ]
  it.each(paths)('of %s let a browser run and show only what came from here', async (path) => {
    const { headers } = await fetch(base() + path, { redirect: 'manual' })
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/]{43}=';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })
  it('are on a 304 and on an answer to HEAD too', async () => {
    const first = await fetch(`${base()}/api/programme`, { headers: { 'accept-encoding': 'br' } })
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${base()}/api/programme`, {
      headers: { 'accept-encoding': 'br', 'if-none-match': etag },
    })
    const head = await fetch(`${base()}/api/programme`, { method: 'HEAD' })
    expect([again.status, head.status]).toEqual([304, 200])
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(head.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0)
  })
})

describe('requests no browser would send', () => {
  it.each([
    'GET /../internal/values.csv HTTP/1.1',
    'GET /assets/../../internal/values.csv HTTP/1.1',
    'GET //internal/values.csv HTTP/1.1',
    'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
    'GET /problems/../../package.json HTTP/1.1',
    'GET /..%c0%af..%c0%afetc/passwd HTTP/1.1',
    'GET /%ff HTTP/1.1',
    'GET /% HTTP/1.1',
    'GET http://evil.example/api/values.csv HTTP/1.1',
    'GET * HTTP/1.1',
    'TRACE / HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'CONNECT evil.example:443 HTTP/1.1',
  ])('%s neither fails nor shows a file', async (line) => {
    const answer = await sendRaw([line, 'Host: localhost', 'Connection: close'])
    expect(answer).not.toMatch(/^HTTP\/1.1 5/)
    expect(answer).not.toContain(String(SECRET))
    expect(answer).not.toContain('root:')
    expect(answer).not.toContain('devDependencies')
    expect((await fetch(`${base()}/api/health`)).status).toBe(200)
  })
})

it('serves the page of a problem as plain text', async () => {
  const response = await fetch(`${base()}/problems/not-found`)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await response.text()).toMatch(/^# Nothing at this address/)
})

it('says in one sentence that its port is taken', async () => {
  await expect(listen(site.public, server.port, '127.0.0.1')).rejects.toMatchObject({
    code: 'port-in-use',
    exit: 3,
    message: `Something else answers on port ${server.port}. Stop it, or choose another with --port.`,
  })
})

it('closes at once when readers are idle', async () => {
  const second = await listen(site.public, 0, '127.0.0.1')
  await fetch(`http://127.0.0.1:${second.port}/api/health`)
  const started = performance.now()
  await second.close()
  expect(performance.now() - started).toBeLessThan(1000)
  await expect(fetch(`http://127.0.0.1:${second.port}/api/health`)).rejects.toThrow()
})
