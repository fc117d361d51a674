import { languages } from '../../../indicators/model/text.ts'
import { type ReportChoice, ReportQuery, reportChoice } from '../../contract/report.ts'
import { loadRenderer } from '../../http/load-renderer.ts'
import { Problem } from '../../services/problem.ts'
import { reportFiles } from '../../services/reports/report-files.ts'
import { reportWriter } from '../../services/reports/report-writer.ts'
import { command, oneOf } from '../command.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

export const reportCommand = command({
  name: 'report',
  usage:
    '[--outline interim|final|quarterly|brief] [--donor eu|unoct|nl] [--countries KAZ,UGA] [--period 2021-H1] [--language en|fr|ru|kk|ar] [--edition public|internal] [--release NAME] [--out FILE.docx]',
  summary: 'Begins a report in Word, every figure from one release',
  help: [
    '--outline NAME   interim (the default), final, quarterly, or brief: a page or two for each country',
    '--donor NAME     whom it is for: eu, unoct or nl',
    '--countries …    those it is about, with commas between them; all without it',
    '--period …       2021-Q1, 2021-H1 or 2021, or the first and the last with .. between; without it all since the',
    '                 start, and of a quarterly report the last quarter',
    '--language CODE  the language of the report; en without it',
    '--edition NAME   public (the default) or internal',
    '--release NAME   a release that was published; without it the current one',
    '--out FILE       where to write it; report.docx without it',
  ],
  options: {
    outline: { type: 'string' },
    donor: { type: 'string' },
    countries: { type: 'string' },
    period: { type: 'string' },
    language: { type: 'string', default: 'en' },
    edition: { type: 'string', default: 'public' },
    release: { type: 'string' },
    out: { type: 'string', default: 'report.docx' },
  },
  run: ({ values, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const language = oneOf(languages, values.language, 'a language', 'report')
      const edition = oneOf(['public', 'internal'], values.edition, 'an edition', 'report')
      const choice = choiceOf(values)
      const { id, files } = await reportFiles(context, { edition, release: values.release })
      const { reports } = await loadRenderer()
      const { bytes, toWrite: left } = await reportWriter(reports)({ language, choice, files })
      writeOutput(values.out, bytes)
      terminal.result({ release: id, edition, language, file: values.out, bytes: bytes.length, left }, () => [
        `Wrote ${values.out}: a report from release ${id}. ${left} yellow places are yours to write.`,
      ])
      return 0
    }),
})

function choiceOf(values: Record<string, unknown>): ReportChoice {
  const asked = ReportQuery.safeParse(values)
  if (asked.success) return reportChoice(asked.data)
  const [{ path, message } = { path: [], message: '' }] = asked.error.issues
  throw new Problem('option-wrong', { reason: `--${path.join('.')}: ${message}.`, command: 'report' })
}
