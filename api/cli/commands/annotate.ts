import { annotateFileAt } from '../../services/annotate.ts'
import { Problem } from '../../services/problem.ts'
import { command } from '../command.ts'
import { countryOption, languageOption, quarterOption } from '../options.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

export const annotateCommand = command({
  name: 'annotate',
  usage: 'FILE [--country KAZ|TUN|UGA] [--quarter 2021-Q2] [--out FILE]',
  summary: 'Writes a copy of a file with its problems marked in the cells, in the language of --lang',
  help: [
    '--country CODE   whose file it is, where the name does not tell',
    '--quarter NAME   what it is sent for',
    '--out FILE       where to write it; unless said, beside where you are, named after the file',
  ],
  takes: 1,
  options: { country: { type: 'string' }, quarter: { type: 'string' }, out: { type: 'string' } },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const [path] = args
      if (path === undefined)
        throw new Problem('option-wrong', { reason: 'Name one file.', command: 'annotate' })
      const { name, bytes, problems } = await annotateFileAt(context, path, {
        ...countryOption(values.country, 'annotate'),
        ...(values.quarter === undefined ? {} : { quarter: quarterOption(values.quarter, 'annotate') }),
        language: languageOption(values.lang, 'annotate'),
      })
      const file = values.out ?? name
      writeOutput(file, bytes)
      terminal.result({ file, problems }, () => [
        `Wrote ${file} with ${problems} problem${problems === 1 ? '' : 's'} marked.`,
      ])
      return 0
    }),
})
