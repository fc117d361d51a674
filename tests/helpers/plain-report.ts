import type { MakeReport } from '../../api/contract/report.ts'

/** A report with nothing in it but its release. */
export const plainReport: MakeReport = ({ language, programme: { release } }) => ({
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
