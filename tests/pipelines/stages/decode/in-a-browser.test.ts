import { createContext, runInContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { ods } from '../../../../fixtures/writers/ods.ts'
import { workbook } from '../../../../fixtures/writers/workbook.ts'
import { xls } from '../../../../fixtures/writers/xls.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'

const filled = [
  {
    sheet: 'Лист',
    rightToLeft: false,
    rows: [
      ['облыс', 'من'],
      [1, 2.5],
    ],
    merges: [],
  },
]

/** The reader as a page would load it, with nothing about it but what every browser has. */
async function bundled(): Promise<typeof decode> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'pipelines/stages/decode/decode.ts', formats: ['iife'], name: 'reader' },
    },
  })) as Rolldown.RolldownOutput[]
  const code = built[0]?.output[0].code ?? ''
  const browser = createContext({ TextDecoder, TextEncoder, URL })
  return runInContext(`${code};reader.decode`, browser)
}

it('reads every kind of file without anything a browser lacks', async () => {
  const inBrowser = await bundled()
  const files = [
    await workbook(filled),
    ods(filled),
    xls(filled),
    new TextEncoder().encode('облыс;من\n1;2,5'),
  ]
  for (const bytes of files) {
    const plain = JSON.stringify(await decode(bytes, null))
    expect(JSON.stringify(await inBrowser(bytes, null))).toBe(plain)
    expect(plain).toContain('облыс')
  }
})
