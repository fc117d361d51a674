import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { startWaymark, waymark } from './waymark-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-file-to-page-'))
let browser: Browser
let running: Awaited<ReturnType<typeof startWaymark>>

beforeAll(async () => {
  // Files that are being looked at come and go.
  cpSync(inject('data'), folder, { recursive: true, filter: (path) => !path.includes('/incoming/') })
  browser = await launchBrowser()
  running = await startWaymark(folder)
})
afterAll(async () => {
  await Promise.all([browser.close(), running.stop()])
  rmSync(folder, { recursive: true, force: true })
})

/** The last training return Kazakhstan sent, Windows-1251 text with figures since January. */
function lastReturn() {
  const files = readdirSync(join(folder, 'demo', 'files'), { recursive: true, encoding: 'utf8' })
  const path = files.filter((file) => /Обучение 2022-09\.csv$/.test(file.normalize('NFC'))).at(-1)
  if (!path) throw new Error('The demonstration holds no training return of September 2022.')
  return join(folder, 'demo', 'files', path)
}

async function trainedOnPage() {
  const page = await browser.newPage()
  await page.goto(`${running.addresses.public}/en/indicator/OP1.2.1`)
  const text = await page.locator('main').innerText()
  await page.close()
  return Number(/\d{1,3}(?:,\d{3})+/.exec(text)?.[0].replaceAll(',', ''))
}

/** Forty more custodial staff trained for the first time, in one course. */
const more = 40
const raised = [
  'Обучено впервые – всего',
  'Обучено впервые – режим и охрана',
  'Участий в обучении – всего',
  'Участий в обучении – режим и охрана',
  'Участий в обучении – динамическая безопасность',
]

function corrected(bytes: Buffer): Buffer {
  const lines = new TextDecoder('windows-1251').decode(bytes).split('\r\n')
  const header = lines.findIndex((line) => line.startsWith('Регион;'))
  const names = lines[header]?.split(';') ?? []
  const cells = lines[header + 1]?.split(';') ?? []
  for (const name of raised) {
    const column = names.indexOf(name)
    cells[column] = String(Number(cells[column]) + more)
  }
  lines[header + 1] = cells.join(';')
  return encode1251(lines.join('\r\n'))
}

it('a figure corrected in a national file stands corrected on the page once imported and published', async () => {
  const before = await trainedOnPage()
  const name = join(folder, 'Обучение 2022-09.csv')
  writeFileSync(name, corrected(readFileSync(lastReturn())))
  const imported = await waymark(folder, 'import', name, '--country', 'KAZ')
  expect([imported.code, imported.out]).toEqual([0, expect.stringContaining(' 0 errors')])
  expect((await waymark(folder, 'publish')).code).toBe(0)
  await expect.poll(trainedOnPage, { timeout: 20_000 }).toBe(before + more)
})

/** Cyrillic letters only, as the file has them. */
function encode1251(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1251').decode(new Uint8Array([byte])),
      byte,
    ]),
  )
  return Buffer.from([...text].map((letter) => table.get(letter) ?? 63))
}
