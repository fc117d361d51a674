import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Starts the machine's Chromium or Chrome, named by WAYMARK_BROWSER or found where it usually is. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = [
    process.env.WAYMARK_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('No browser found: install Chromium or name one in WAYMARK_BROWSER.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
