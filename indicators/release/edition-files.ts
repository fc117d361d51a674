import { Definitions } from '../model/readings.ts'
import { IndicatorView, ProgrammeView } from '../model/released.ts'
import { dataPackage } from './exports/data-package.ts'
import { iatiXml } from './exports/iati/iati.ts'
import { valuesSdmx } from './exports/sdmx-csv.ts'
import { valuesArrow } from './exports/values-arrow.ts'
import { valuesCsv } from './exports/values-csv.ts'
import { valuesTable } from './exports/values-table.ts'
import { valuesXlsx } from './exports/xlsx/workbook.ts'
import { byIndicator, type EditionContent, indicatorView, programmeView } from './views.ts'
import type { ReleaseFile } from './write-files.ts'

const BEST = 9
/** A workbook is packed already: it hardly shrinks, however long one tries. */
const LEAST = 1

/** The files of one edition that are made of what the edition may show, and of nothing else. */
export function editionFiles(content: EditionContent): ReleaseFile[] {
  const { label, logframe } = content
  const grouped = byIndicator(content)
  const columns = valuesTable(content)
  const csv = () => valuesCsv(columns)
  const file = (name: string, bytes: ReleaseFile['bytes']): ReleaseFile => ({
    path: `${label.edition}/${name}`,
    bytes,
    quality: BEST,
  })
  const json = (name: string, view: () => unknown) => file(name, () => JSON.stringify(view()))
  return [
    json('programme.json', () => ProgrammeView.parse(programmeView(content, grouped))),
    ...logframe.indicators.map((indicator) =>
      json(`indicators/${indicator.id}.json`, () =>
        IndicatorView.parse(indicatorView(indicator, content, grouped)),
      ),
    ),
    json('definitions.json', () => Definitions.parse(content.definitions)),
    json('values.json', () => ({ release: label, columns })),
    file('values.csv', csv),
    file('values.arrow', () => valuesArrow(columns)),
    { ...file('values.xlsx', () => valuesXlsx(content, columns)), quality: LEAST },
    file('values.sdmx.csv', () => valuesSdmx(content, columns)),
    json('datapackage.json', () => dataPackage(content, columns, csv())),
    file('iati.xml', () => iatiXml(content, 'full')),
    file('iati-nl.xml', () => iatiXml(content, 'nl')),
  ]
}
