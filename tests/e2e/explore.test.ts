import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'

const site = inject('addresses')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('puts a table together with the keyboard, whose address, copy and file are the table', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`${site.public}/en/explore`)
  await page.locator('.explore-indicators summary').press('Enter')
  await page.locator('input[name=i][value="OP1.2.1"]').press('Space')
  await page.locator('select[name=split]').selectOption('')
  await page.locator('select[name=cols]').selectOption('place')
  await page.locator('select[name=rows]').selectOption('quarter')
  await page.locator('.choices button').press('Enter')
  await page.waitForURL(/cols=place/)
  const shown = await page.locator('table.explored tr').allInnerTexts()
  expect(shown.length).toBeGreaterThan(10)
  await page.getByRole('button', { name: 'Copy the table' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
  expect(copied).toHaveLength(shown.length)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the table (CSV)' }).click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(shown.length)
  expect(copied.map((line) => line.split('\t').length)).toEqual(
    copied.map(() => copied[0]?.split('\t').length),
  )
  const again = await context.newPage()
  await again.goto(page.url())
  expect(await again.locator('table.explored tr').allInnerTexts()).toEqual(shown)
  await context.close()
})
