import { type DownloadFile, downloads } from '../model/download.ts'
import { Definitions } from '../model/readings.ts'
import { IndicatorView, ProgrammeView } from '../model/released.ts'
import { catalogue } from './exports/catalogue.ts'
import { dataPackage } from './exports/data-package.ts'
import { type Described, type DescribedFiles, describeBytes } from './exports/described.ts'
import { iatiXml } from './exports/iati/iati.ts'
import { valuesSdmx } from './exports/sdmx-csv.ts'
import { valuesArrow } from './exports/values-arrow.ts'
import { valuesCsv, valuesHxl } from './exports/values-csv.ts'
import { valuesParquet } from './exports/values-parquet.ts'
import { valuesTable } from './exports/values-table.ts'
import { valuesXlsx } from './exports/xlsx/workbook.ts'
import { byIndicator, type EditionContent, indicatorView, programmeView } from './views.ts'
import type { ReleaseFile } from './write-files.ts'

const BEST = 9
/** What is packed already hardly shrinks, however long one tries. */
const LEAST = 1
const packed: ReadonlySet<string> = new Set(['values.xlsx', 'values.parquet'])

type Bytes = ReleaseFile['bytes']

/** The files of one edition that are made of what the edition may show, and of nothing else. */
export function editionFiles(content: EditionContent): ReleaseFile[] {
  const { label, logframe } = content
  const grouped = byIndicator(content)
  const columns = valuesTable(content)
  const making: Record<DownloadFile, Bytes> = {
    'values.csv': () => valuesCsv(columns),
    'values.xlsx': () => valuesXlsx(content, columns),
    'values.json': () => JSON.stringify({ release: label, columns }),
    'values.parquet': () => valuesParquet(columns),
    'values.arrow': () => valuesArrow(columns),
    'values.sdmx.csv': () => valuesSdmx(content, columns),
    'values.hxl.csv': () => valuesHxl(columns),
    'iati.xml': () => iatiXml(content, 'full'),
    'iati-nl.xml': () => iatiXml(content, 'nl'),
  }
  const described = describing(making)
  const file = (name: string, bytes: ReleaseFile['bytes']): ReleaseFile => ({
    path: `${label.edition}/${name}`,
    bytes,
    quality: packed.has(name) ? LEAST : BEST,
  })
  const json = (name: string, view: () => unknown) => file(name, async () => JSON.stringify(await view()))
  return [
    json('programme.json', () => ProgrammeView.parse(programmeView(content, grouped))),
    ...logframe.indicators.map((indicator) =>
      json(`indicators/${indicator.id}.json`, () =>
        IndicatorView.parse(indicatorView(indicator, content, grouped)),
      ),
    ),
    json('definitions.json', () => Definitions.parse(content.definitions)),
    ...downloads.map(({ file: name }) => file(name, () => described.make(name))),
    json('datapackage.json', async () => dataPackage(content, await described.all())),
    json('catalogue.jsonld', async () => catalogue(content, await described.all())),
  ]
}

/** Makes downloads and keeps what describes them, so that none is held in memory for the sake of its hash. */
function describing(making: Readonly<Record<DownloadFile, Bytes>>) {
  const known = new Map<DownloadFile, Described>()
  const make = async (name: DownloadFile) => {
    const bytes = await making[name]()
    known.set(name, describeBytes(bytes))
    return bytes
  }
  const describe = async (name: DownloadFile) => {
    if (!known.has(name)) await make(name)
    return [name, known.get(name)] as const
  }
  return {
    make,
    all: async () =>
      Object.fromEntries(await Promise.all(downloads.map(({ file }) => describe(file)))) as DescribedFiles,
  }
}
