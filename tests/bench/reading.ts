import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import autocannon from 'autocannon'
import { launchBrowser } from '../helpers/browser.ts'
import { type Line, median, times, whole } from './report.ts'

const headers = { 'accept-encoding': 'br' }
const SECONDS = 4
const addresses = ['/en/', '/en/indicator/OP1.2.1', '/ar/gender', '/api/programme', '/api/values.arrow']

/** Requests a second of ready answers, beside a bare server that sends the same bytes from memory. */
export async function throughput(site: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const address of addresses) {
    const body = Buffer.from(await (await fetch(site + address)).arrayBuffer())
    const packed = brotliCompressSync(body)
    const bare = createServer((_, answer) => answer.setHeader('content-encoding', 'br').end(packed)).listen(0)
    await once(bare, 'listening')
    const run = async (url: string) =>
      (await autocannon({ url, headers, connections: 16, duration: SECONDS })).requests.average
    const ours = await run(site + address)
    const theirs = await run(`http://localhost:${(bare.address() as AddressInfo).port}/`)
    bare.close()
    lines.push({
      what: address,
      figure: `${whole(ours)} requests/s, ${(packed.length / 1000).toFixed(1)} kB`,
      beside: `same bytes from a bare server ${whole(theirs)}, ${times(ours / theirs)}`,
    })
  }
  return lines
}

const SLOW_4G = {
  offline: false,
  latency: 562,
  downloadThroughput: 1_474_560 / 8,
  uploadThroughput: 675_000 / 8,
}

const screens = ['', 'indicator/OP1.2.1'] as const

/** When a cold phone on slow 4G with a quarter of the speed shows words and the first chart, and how far things jump. */
export async function firstView(site: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const screen of screens) lines.push(await firstViewOf(`${site}/en/${screen}`))
  return lines
}

async function firstViewOf(address: string): Promise<Line> {
  const browser = await launchBrowser()
  const runs: { words: number; chart: number; shift: number }[] = []
  try {
    for (let run = 0; run < 5; run += 1) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', SLOW_4G)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, {
              shift:
                (window as never as { shift: number }).shift + (entry as never as { value: number }).value,
            })
        }).observe({ type: 'layout-shift', buffered: true })
        const look = () => {
          const chart = document.querySelector('figure svg')
          if (chart) requestAnimationFrame(() => performance.mark('first-chart'))
          else requestAnimationFrame(look)
        }
        look()
      })
      await page.goto(address, { waitUntil: 'load' })
      runs.push(
        await page.evaluate(() => ({
          words: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
          chart: performance.getEntriesByName('first-chart')[0]?.startTime ?? Number.NaN,
          shift: (window as never as { shift: number }).shift,
        })),
      )
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const of = (which: 'words' | 'chart') => `${(median(runs.map((run) => run[which])) / 1000).toFixed(2)} s`
  return {
    what: `${new URL(address).pathname} on slow 4G, 4× slower CPU, median of 5`,
    figure: `words ${of('words')}, first chart ${of('chart')}, layout shift ${Math.max(...runs.map(({ shift }) => shift)).toFixed(3)}`,
    beside: 'goals 1.2 s, 0.02',
  }
}
