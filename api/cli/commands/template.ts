import { makeTemplate } from '../../services/make-template.ts'
import { command } from '../command.ts'
import { languageOption, neededCountry, quarterOption } from '../options.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

export const templateCommand = command({
  name: 'template',
  usage: '--country KAZ|TUN|UGA --quarter 2021-Q2 [--report REPORT] [--out FILE]',
  summary: 'Writes the form a country fills in for a quarter, in the language of --lang',
  help: [
    '--country CODE   whose form it is',
    '--quarter NAME   what it is filled in for',
    '--report NAME    one of the country’s reports, such as TUN-programme; all figures unless said',
    '--out FILE       where to write it; unless said, a name that tells what it is',
  ],
  options: {
    country: { type: 'string' },
    quarter: { type: 'string' },
    report: { type: 'string', default: 'all' },
    out: { type: 'string' },
  },
  run: ({ values, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const { name, bytes } = await makeTemplate(context, {
        country: neededCountry(values.country, 'template'),
        quarter: quarterOption(values.quarter, 'template'),
        report: values.report,
        language: languageOption(values.lang, 'template'),
      })
      const file = values.out ?? name
      writeOutput(file, bytes)
      terminal.result({ file, bytes: bytes.length }, () => [`Wrote ${file}.`])
      return 0
    }),
})
