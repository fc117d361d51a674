import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../../api/cli/run.ts'
import { brokenFiles } from '../../fixtures/broken/broken-files.ts'
import { languages } from '../../indicators/model/text.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-map-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'Prisons summary Q4.csv')
writeFileSync(
  file,
  [
    'Uganda Prisons, summary for Q4 FY 2020/21',
    'No.,Region,Name of station,Convicted (F),Convicted (M),All inmates,Holding capacity,Vehicles,Remarks',
    '1,Central region,Station UG-R1-01,12,340,410,300,2,',
    '2,Central region,Station UG-R1-02,2,140,158,200,1,',
    ',,Total,14,480,568,500,3,',
  ].join('\n'),
)

let folders = 0
function waymarkIn(data = join(folder, `data-${folders++}`)) {
  return async (...words: string[]) => {
    const said = { out: '', err: '' }
    const code = await run(
      words,
      { WAYMARK_DATA: data },
      { write: (text) => (said.out += typeof text === 'string' ? text : Buffer.from(text).toString()) },
      { write: (text) => (said.err += text) },
    )
    return { code, data, ...said }
  }
}

describe('waymark map', () => {
  it('shows each header with sample values, what it is read as, how surely and why, and asks the rest', async () => {
    const waymark = waymarkIn()
    const { code, out } = await waymark('map', file, '--country', 'UGA')
    expect(code).toBe(1)
    expect(out).toMatch(/D2.*Convicted \(F\).*12; 2; 14.*→ PP_STOCK .*Female, Convicts.*90 %/)
    expect(out).toMatch(/\? H2.*Vehicles.*→ not known/)
    expect(out).toMatch(/I2.*Remarks.*→ left out on purpose/)
    expect(out).toMatch(/^1\. Are all 7 columns/m)
    expect(out).toMatch(/^2\. What does the column “All inmates” hold/m)
    const { verdict, questions, findings } = JSON.parse(
      (await waymark('check', file, '--country', 'UGA', '--json')).out,
    )
    expect([verdict, questions.length, findings]).toEqual(['has-questions', 3, []])
  })

  it.each(languages)('speaks %s', async (language) => {
    const { out } = await waymarkIn()('map', file, '--country', 'UGA', '--lang', language)
    const { out: english } = await waymarkIn()('map', file, '--country', 'UGA')
    expect(out === english).toBe(language === 'en')
    expect(out).not.toMatch(/undefined|\{\w+\}/)
    expect(out.split('\n')).toHaveLength(english.split('\n').length)
  })

  it('remembers what was answered, and files of that layout are read by it from then on', async () => {
    const waymark = waymarkIn()
    const answers = ['--answer', '2=PP_STOCK', '--answer', '3=ignore']
    const done = await waymark('map', file, '--country', 'UGA', ...answers, '--accept', '--by', 'Focal point')
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('UGA-prisons-summary@1')])
    const kept = join(done.data, 'mappings', 'UGA', 'UGA-prisons-summary@1.yaml')
    expect(readFileSync(kept, 'utf8')).toMatch(/by: Focal point/)
    const checked = JSON.parse((await waymark('check', file, '--country', 'UGA', '--json')).out)
    expect(checked).toMatchObject({ mapping: 'UGA-prisons-summary', quarters: ['2021-Q2'], questions: [] })
    expect(checked.findings.map(({ code }: { code: string }) => code)).not.toContain('mapping-unknown')
    const again = await waymark('map', file, '--country', 'UGA', '--accept')
    expect(again.out).toContain('UGA-prisons-summary@1')
    expect(again.out).not.toContain('@2')
  })

  it('writes the description to be edited by hand, which counts once it is put in its place', async () => {
    const waymark = waymarkIn()
    const path = join(folder, 'edited.yaml')
    const answers = ['--answer', '2=ignore', '--answer', '3=ignore', '--out', path]
    const { data } = await waymark('map', file, '--country', 'UGA', ...answers)
    const text = readFileSync(path, 'utf8').replace('element: PP_CAP', 'element: ST_STOCK')
    mkdirSync(join(data, 'mappings', 'UGA'), { recursive: true })
    writeFileSync(join(data, 'mappings', 'UGA', 'UGA-prisons-summary@1.yaml'), text)
    const { values } = JSON.parse((await waymark('check', file, '--json')).out)
    expect(values).toBeGreaterThan(0)
    writeFileSync(
      join(data, 'mappings', 'UGA', 'UGA-prisons-summary@1.yaml'),
      text.replace('ST_STOCK', 'ST_STOK'),
    )
    const { code, err } = await waymark('check', file)
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/UGA-prisons-summary@1\.yaml:\d+: .*ST_STOK.*ST_STOCK/),
    ])
  })

  it.each([
    [['--answer', '9=ignore'], '9=ignore'],
    [['--answer', '3=PP_STOK'], 'PP_STOK'],
    [['--answer', '3=PP_STOCK/sex=woman'], 'sex=woman'],
    [['--as', 'KAZ-other'], 'KAZ-other'],
  ])('refuses %j with a sentence about it', async (words, mention) => {
    const { code, err } = await waymarkIn()('map', file, '--country', 'UGA', ...words)
    expect([code, err]).toEqual([2, expect.stringContaining(mention)])
  })

  it('tells nothing of a list of people', async () => {
    const list = (await brokenFiles()).find(({ id }) => id === 'case-list')
    const path = join(folder, list?.name ?? '')
    writeFileSync(path, list?.bytes ?? '')
    const { code, out, err } = await waymarkIn()('map', path, '--country', 'TUN')
    expect([code, out]).toEqual([1, ''])
    expect(err).not.toContain('Personne Exemple')
  })
})
