import { type ImportedFile, importFiles } from '../../services/import-files.ts'
import { Problem } from '../../services/problem.ts'
import { command } from '../command.ts'
import { answersOption, countryOption, dayOption, languageOption } from '../options.ts'
import { showDifferences } from '../show-differences.ts'
import { countFindings, showFindings } from '../show-findings.ts'
import { withContext } from '../with-context.ts'

export const importCommand = command({
  name: 'import',
  usage:
    'FILE… [--country KAZ|TUN|UGA] [--answer QUESTION=ANSWER]… [--received 2021-07-20] [--allow-removed]',
  summary: 'Checks files and takes in those without errors; each wholly or not at all',
  help: [
    '--country CODE   whose files they are, where the name does not tell',
    '--answer ID=…    what a question is answered with, as `waymark check` shows it; remembered',
    '--received DAY   when they came; today unless said',
    '--allow-removed  a newer version may leave out values that count now',
  ],
  takes: Number.POSITIVE_INFINITY,
  options: {
    country: { type: 'string' },
    answer: { type: 'string', multiple: true },
    received: { type: 'string' },
    'allow-removed': { type: 'boolean', default: false },
  },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      if (args.length === 0)
        throw new Problem('option-wrong', { reason: 'Name at least one file.', command: 'import' })
      const imported = await importFiles(context, args, {
        ...countryOption(values.country, 'import'),
        answers: answersOption(values.answer ?? [], 'import'),
        receivedOn: dayOption(values.received, context.now(), 'import'),
        language: languageOption(values.lang, 'import'),
        allowRemoved: values['allow-removed'],
      })
      const refused = imported.filter(({ verdict }) => !['imported', 'known-already'].includes(verdict))
      terminal.result(imported, () => [
        ...imported.flatMap((one) => [
          ...showFindings(one.findings),
          ...showDifferences(one.differences),
          outcomeOf(one),
        ]),
        ...(refused.length < imported.length ? ['`waymark publish` shows it to readers.'] : []),
      ])
      return refused.length > 0 ? 1 : 0
    }),
})

function outcomeOf({ file, verdict, quarters, values, findings, differences }: ImportedFile): string {
  if (verdict === 'known-already') return `${file} was imported before; nothing has changed.`
  if (verdict === 'about-persons')
    return `${file} looks like a list of people and was not kept. Send counts only.`
  if (verdict === 'has-questions')
    return `${file} was not taken in: it has to be said how it is to be read. \`waymark check\` asks; answer with --answer.`
  if (verdict === 'has-errors')
    return `${file} was not taken in: ${countFindings(findings)}. Correct the errors and import it again.`
  if (verdict === 'removes-values')
    return `${file} was not taken in: it leaves out ${differences?.removed} values that count now. Send them too, or say --allow-removed.`
  const period = quarters.filter((quarter) => quarter !== '').join(', ')
  return `${file} was taken in${period ? ` for ${period}` : ''}: ${values} values, ${countFindings(findings)}.`
}
