import { languages } from '../../../indicators/model/text.ts'
import { loadRenderer } from '../../http/load-renderer.ts'
import { reportInputs } from '../../services/reports/report-inputs.ts'
import { wordOf } from '../../services/reports/word.ts'
import { command, oneOf } from '../command.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

export const reportCommand = command({
  name: 'report',
  usage: '[--language en|fr|ru|kk|ar] [--edition public|internal] [--release NAME] [--out FILE.docx]',
  summary: 'Begins a progress report in Word, every figure from one release',
  help: [
    '--language CODE  the language of the report; en without it',
    '--edition NAME   public (the default) or internal',
    '--release NAME   a release that was published; without it the current one',
    '--out FILE       where to write it; report.docx without it',
  ],
  options: {
    language: { type: 'string', default: 'en' },
    edition: { type: 'string', default: 'public' },
    release: { type: 'string' },
    out: { type: 'string', default: 'report.docx' },
  },
  run: ({ values, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const language = oneOf(languages, values.language, 'a language', 'report')
      const edition = oneOf(['public', 'internal'], values.edition, 'an edition', 'report')
      const programme = await reportInputs(context, { edition, release: values.release })
      const { makeReport } = await loadRenderer()
      const report = makeReport({ language, programme })
      const bytes = await wordOf(report)
      writeOutput(values.out, bytes)
      const { id } = programme.release
      const left = report.blocks.filter((block) => block.kind === 'text' && block.as === 'write').length
      terminal.result({ release: id, edition, language, file: values.out, bytes: bytes.length, left }, () => [
        `Wrote ${values.out}: a report from release ${id}. ${left} yellow places are yours to write.`,
      ])
      return 0
    }),
})
