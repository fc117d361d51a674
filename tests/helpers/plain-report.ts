import type { MakeReport } from '../../api/contract/report.ts'

/** Where this module is, for the thread that writes reports. */
export const plainReports = import.meta.url

/** A report with nothing in it but its release. */
export const makeReport: MakeReport = ({ language, programme: { release } }) => ({
  language,
  direction: 'ltr',
  day: release.dataAsOf,
  title: 'Report',
  about: [],
  foot: release.id,
  words: { contents: 'Contents', table: 'Table', figure: 'Figure', page: 'Page' },
  isLong: true,
  blocks: [],
})
