/**
 * The forms in which an edition gives its values away, in the order they are offered. `address` is where the server has
 * one, below `/api/`; `mediatype` is without parameters.
 */
export const downloads = [
  { id: 'csv', label: 'CSV', file: 'values.csv', address: 'values.csv', mediatype: 'text/csv' },
  {
    id: 'xlsx',
    label: 'XLSX',
    file: 'values.xlsx',
    address: 'values.xlsx',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { id: 'json', label: 'JSON', file: 'values.json', address: 'values.json', mediatype: 'application/json' },
  {
    id: 'parquet',
    label: 'Parquet',
    file: 'values.parquet',
    address: 'values.parquet',
    mediatype: 'application/vnd.apache.parquet',
  },
  {
    id: 'arrow',
    label: 'Arrow',
    file: 'values.arrow',
    address: 'values.arrow',
    mediatype: 'application/vnd.apache.arrow.file',
  },
  {
    id: 'sdmx',
    label: 'SDMX-CSV',
    file: 'values.sdmx.csv',
    address: 'values.sdmx.csv',
    mediatype: 'application/vnd.sdmx.data+csv',
  },
  { id: 'hxl', label: 'HXL', file: 'values.hxl.csv', address: 'values.hxl.csv', mediatype: 'text/csv' },
  { id: 'iati', label: 'IATI', file: 'iati.xml', address: 'iati', mediatype: 'application/xml' },
  {
    id: 'iati-nl',
    label: 'IATI (NL)',
    file: 'iati-nl.xml',
    address: 'iati-nl',
    mediatype: 'application/xml',
  },
] as const
export type Download = (typeof downloads)[number]
export type DownloadFile = Download['file']

/** What tells programs of the downloads: the same three things to everyone who reads one of these vocabularies. */
export const descriptions = [
  { id: 'data-package', label: 'Data Package', file: 'datapackage.json', address: 'datapackage' },
  { id: 'catalogue', label: 'DCAT-AP', file: 'catalogue.jsonld', address: 'catalogue' },
] as const
