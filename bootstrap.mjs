// Brings what `npm start` and `npm test` need: packages, the built pages and, for tests, a browser.
// Runs on whatever Node the machine has (20.19 or later); everything after it runs on the Node 24 it installs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const withTests = process.argv.includes('--with-tests')

const stamps = {
  packages: { file: join('node_modules', '.waymark-installed'), of: ['package.json', 'package-lock.json'] },
  pages: {
    file: join('dist', '.waymark-built'),
    of: ['package-lock.json', 'vite.config.ts', 'web', join('api', 'contract'), join('indicators', 'model')],
  },
}

if (!isCurrent(stamps.packages)) {
  step('Installing packages (about half a minute)')
  npm('ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund')
  markCurrent(stamps.packages)
}
if (Number(process.versions.node.split('.')[0]) < 24 && !existsSync(join('node_modules', '.bin', 'node'))) {
  console.error(
    `\nThis machine has Node ${process.versions.node} and no Node 24 package exists for it. Install Node 24 and run it again.`,
  )
  process.exit(3)
}
if (!isCurrent(stamps.pages)) {
  step('Building the pages')
  npm('run', '--silent', 'build')
  markCurrent(stamps.pages)
}
if (withTests && !findBrowser()) installBrowser()

function step(text) {
  console.log(`\n▸ ${text}`)
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function fingerprint({ of }) {
  const hash = createHash('sha256')
  for (const file of of.filter((path) => existsSync(path)).flatMap(filesUnder)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function isCurrent(stamp) {
  return existsSync(stamp.file) && readFileSync(stamp.file, 'utf8') === fingerprint(stamp)
}

function markCurrent(stamp) {
  mkdirSync(dirname(stamp.file), { recursive: true })
  writeFileSync(stamp.file, fingerprint(stamp))
}

function npm(...args) {
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  run(
    command,
    [...first, ...args],
    'Read the lines above; check the network and the disk, then run it again.',
  )
}

function run(command, args, advice) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) return
  console.error(
    `\n${command} ${args.join(' ')} did not succeed${error ? ` (${error.message})` : ''}. ${advice}`,
  )
  process.exit(3)
}

function findBrowser() {
  return [
    process.env.WAYMARK_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => path && existsSync(path))
}

function installBrowser() {
  const advice = 'The tests need Chromium or Chrome: install one, or name it in WAYMARK_BROWSER.'
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(`\nNo browser was found. ${advice}`)
    process.exit(3)
  }
  step('Installing Chromium for the browser tests')
  run('apt-get', ['update', '-q'], advice)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'], advice)
}
