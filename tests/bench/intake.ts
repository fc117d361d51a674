import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { largeWorkbook } from './intake/large-workbook.ts'
import { type Line, median, seconds, whole } from './report.ts'

const RUNS = 5

/** A large workbook with many wrong cells, checked by the server while it answers others. */
export async function checkingLargeWorkbook(): Promise<Line[]> {
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-intake-'))
  const { name, bytes, rows, bad } = await largeWorkbook(data)
  const { site, cookie, stop } = await startServer(data)
  try {
    const quiet = await answeringWhile(site, () => new Promise((resolve) => setTimeout(resolve, 2000)))
    const runs: Awaited<ReturnType<typeof checked>>[] = []
    const delays: number[] = []
    for (let run = 0; run < RUNS; run += 1)
      delays.push(
        ...(await answeringWhile(site, async () => runs.push(await checked(site, cookie, name, bytes)))),
      )
    const of = (read: (run: (typeof runs)[number]) => number) => median(runs.map(read))
    return [
      {
        what: `check of ${whole(rows)} rows with ${whole(bad)} wrong cells, median of ${RUNS}`,
        figure: `first finding ${seconds(of(({ firstMs }) => firstMs))}, all ${whole(of(({ findings }) => findings))} ${seconds(of(({ findingsMs }) => findingsMs))}, verdict ${seconds(of(({ allMs }) => allMs))}`,
      },
      {
        what: 'other requests meanwhile, 99th of 100',
        figure: `${percentile(delays).toFixed(0)} ms`,
        beside: `with nothing else to do ${percentile(quiet).toFixed(0)} ms`,
      },
    ]
  } finally {
    stop()
    rmSync(data, { recursive: true, force: true })
  }
}

export async function startServer(data: string) {
  const server = fork(join(import.meta.dirname, 'intake', 'server.ts'), {
    env: { ...process.env, WAYMARK_DATA: data, UV_THREADPOOL_SIZE: '16' },
  })
  const [{ port, cookie }] = (await once(server, 'message')) as [{ port: number; cookie: string }]
  let highest = 0
  server.on('message', ({ rss }: { rss?: number }) => {
    highest = Math.max(highest, rss ?? 0)
  })
  return {
    site: `http://127.0.0.1:${port}`,
    cookie,
    /** The most memory it was seen to hold, in bytes. */
    highest: () => highest,
    stop: () => server.send('stop'),
  }
}

async function checked(site: string, cookie: string, name: string, bytes: Uint8Array) {
  const start = performance.now()
  const response = await fetch(`${site}/api/check?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: {
      ...{ origin: site, cookie },
      ...{ 'content-type': 'application/octet-stream', accept: 'application/x-ndjson' },
    },
  })
  const decoder = new TextDecoder()
  let text = ''
  let firstMs = 0
  let findingsMs = 0
  let findings = 0
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    const found = lines.filter((line) => line.startsWith('{"finding"')).length
    if (found === 0) continue
    findings += found
    findingsMs = performance.now() - start
    firstMs ||= findingsMs
  }
  if (findings === 0) throw new Error(`No finding came, but ${response.status} ${text}`)
  return { firstMs, findingsMs, findings, allMs: performance.now() - start }
}

/** How long each of many small requests took while something else went on, in milliseconds. */
async function answeringWhile(site: string, work: () => Promise<unknown>): Promise<number[]> {
  const delays: number[] = []
  let working = true
  const done = work().finally(() => {
    working = false
  })
  while (working) {
    const start = performance.now()
    await (await fetch(`${site}/api/health`)).arrayBuffer()
    delays.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await done
  return delays
}

const percentile = (delays: readonly number[]) =>
  [...delays].sort((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? Number.NaN
