import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import type { Report, ReportTable } from '../../../api/contract/report.ts'
import { wordOf } from '../../../api/services/reports/word.ts'

const table: ReportTable = {
  kind: 'table',
  caption: 'Results',
  head: ['Indicator', 'Latest'],
  widths: [3, 1],
  numbers: 1,
  groups: [
    {
      heading: 'Outputs',
      rows: [
        ['OP1 Staff trained', '1,020 [p]'],
        ['OP2 <Women> & men', '[c]'],
      ],
    },
    { heading: null, rows: [['OP3', '0']] },
  ],
}

const picture = {
  kind: 'picture',
  svg: '<svg width="40" height="20"><rect width="40" height="20" fill="var(--data, #2e68c6)"/></svg>',
  width: 40,
  height: 20,
  caption: 'Ce qui a été fait',
  alt: 'Une barre, 40 de 40.',
  notes: ['Source : rapports'],
} as const

const report = (change: Partial<Report> = {}): Report => ({
  language: 'fr',
  direction: 'ltr',
  day: '2022-11-04',
  title: 'Rapport',
  about: ['Édition publique'],
  foot: 'Waymark · version 2022-11-04.0a1b2c3d',
  words: { contents: 'Table des matières', table: 'Tableau', figure: 'Figure', page: 'Page' },
  isLong: true,
  blocks: [
    { kind: 'heading', level: 1, text: 'Résumé' },
    { kind: 'text', as: 'write', text: '[À rédiger : ceci]' },
    table,
    picture,
    { kind: 'annex', text: 'Annexe A' },
    { ...table, caption: 'Cadre logique' },
  ],
  ...change,
})

const partsOf = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return {
    document: xml('word/document.xml'),
    styles: xml('word/styles.xml'),
    core: xml('docProps/core.xml'),
  }
}

const documentOf = (xml: string) => parseHTML(xml).document
const all = (parent: ParentNode, name: string) => [...parent.querySelectorAll(name.replace(':', '\\:'))]

it('holds every cell of every table as it was given, text that looks like markup too', async () => {
  const { document } = partsOf(await wordOf(report()))
  const read = all(documentOf(document), 'w:tbl').map((one) =>
    all(one, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => cell.textContent)),
  )
  const given = [table.head, ['Outputs'], ...(table.groups[0]?.rows ?? []), ['OP3', '0']]
  expect(read).toEqual([given, given])
})

it('repeats heads, keeps rows whole, numbers captions and lays annexes on their side', async () => {
  const { document } = partsOf(await wordOf(report()))
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(10)
  const captions = documentOf(document).querySelectorAll('w\\:fldSimple')
  expect([...captions].map((field) => field.textContent)).toEqual(['1', '1', '2'])
  expect(document).toContain('TOC \\h')
  expect([...document.matchAll(/w:orient="(\w+)"/g)].map(([, way]) => way)).toEqual(['portrait', 'landscape'])
  expect(document.match(/w:fill="FFF3B0"/g)).toHaveLength(1)
})

it('shows a drawing as a picture that is told in words, under a caption of its own series', async () => {
  const bytes = await wordOf(report())
  const { document } = partsOf(bytes)
  const [media = ''] = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'))
  expect(strFromU8(unzipSync(bytes)[media]?.slice(1, 4) ?? new Uint8Array())).toBe('PNG')
  expect(document).toMatch(/<wp:docPr [^>]*descr="Une barre, 40 de 40\."/)
  expect(document).toContain('SEQ Figure')
  expect(document).toContain('Source : rapports')
})

it('is the same bytes whenever it is written', async () => {
  const first = await wordOf(report())
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect(Buffer.from(await wordOf(report())).equals(first)).toBe(true)
})

it('says in which language it is written, and of nobody that they wrote it', async () => {
  const { styles, core } = partsOf(await wordOf(report()))
  expect(styles).toContain('w:val="fr-FR"')
  expect(core).toContain('<dc:creator>Waymark</dc:creator>')
  expect(core).toContain('<dc:title>Rapport</dc:title>')
})

it('runs from right to left in Arabic, with numbers and codes in runs of their own', async () => {
  const text = 'القيمة \u2068OP1.2.1\u2069 هي \u20681,020\u2069'
  const blocks = [{ kind: 'text' as const, as: 'body' as const, text }, table]
  const { document, styles } = partsOf(
    await wordOf(report({ language: 'ar', direction: 'rtl', title: 'تقرير', blocks })),
  )
  expect(styles).toContain('w:bidi="ar-SA"')
  expect(document).toContain('<w:bidiVisual/>')
  const paragraph = all(documentOf(document), 'w:p').find((one) => one.textContent?.includes('القيمة'))
  const runs = paragraph ? all(paragraph, 'w:r') : []
  expect(
    runs.map((run) => [run.textContent?.replace(/\u200e/g, '').trim(), all(run, 'w:rtl').length]),
  ).toEqual([
    ['القيمة', 1],
    ['OP1.2.1', 0],
    ['هي', 1],
    ['1,020', 0],
  ])
  expect(document).not.toMatch(/[\u2066-\u2069]/)
})
