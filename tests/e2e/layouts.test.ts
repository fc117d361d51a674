import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { languages } from '../../indicators/model/text.ts'
import { launchBrowser } from '../helpers/browser.ts'

const site = inject('addresses')
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterAll(() => browser.close())

it.each(languages)(
  'prints the overview in %s on exactly one A4 page that says its language',
  async (language) => {
    await page.goto(`${site.public}/${language}/`)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
    const text = pdf.toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(text).toMatch(new RegExp(`/Lang\\s*\\(${language}`))
    expect(
      text
        .match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/)
        ?.slice(1)
        .map(Number)
        .map(Math.round),
    ).toEqual([595, 842])
  },
)

it.each(['en', 'ar'])('keeps results, counts and donors on the printed overview in %s', async (language) => {
  await page.goto(`${site.public}/${language}/`)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate(() =>
    ['h1', '.summary', '.chips', '.only-print', '.areas', '.donors'].filter(
      (name) => document.querySelector(name)?.checkVisibility() !== true,
    ),
  )
  await page.emulateMedia({ media: null })
  expect(seen).toEqual([])
})

it.each(['', 'gender', 'country/UGA?by=sex'])(
  '/%s gives what a row is about a line of its own on a phone, and cuts no figure off',
  async (screen) => {
    await page.goto(`${site.public}/en/${screen}`)
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.carded tbody tr:not(.group)')].map((row) => ({
        name: (row.querySelector('th')?.offsetWidth ?? 0) / (row as HTMLElement).offsetWidth,
        cut: [...row.querySelectorAll('td')].some((cell) => cell.getBoundingClientRect().right > 390),
      })),
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ name, cut }) => name < 0.85 || cut)).toEqual([])
  },
)
