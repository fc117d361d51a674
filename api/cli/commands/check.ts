import { checkFileAt } from '../../services/check-file.ts'
import { dryRun } from '../../services/dry-run.ts'
import { Problem } from '../../services/problem.ts'
import { command, oneOf } from '../command.ts'
import { answersOption, countryOption, languageOption, quarterOption } from '../options.ts'
import { showDifferences } from '../show-differences.ts'
import { countFindings, showFindings } from '../show-findings.ts'
import { showQuestions } from '../show-questions.ts'
import { withContext } from '../with-context.ts'

export const checkCommand = command({
  name: 'check',
  usage: 'FILE [--country KAZ|TUN|UGA] [--quarter 2021-Q2] [--answer QUESTION=ANSWER]… [--as dhis2]',
  summary: 'Reads a file, says what is wrong with it and keeps nothing',
  help: [
    '--country CODE   whose file it is, where the name does not tell',
    '--quarter NAME   what it is sent for: a form of another quarter is pointed out',
    '--answer ID=…    what a question is answered with, as it is shown under the question',
    '--as dhis2       answers as a DHIS2 server answers a dry run, in JSON',
  ],
  takes: 1,
  options: {
    country: { type: 'string' },
    quarter: { type: 'string' },
    answer: { type: 'string', multiple: true },
    as: { type: 'string' },
  },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const [path] = args
      if (path === undefined) {
        throw new Problem('option-wrong', { reason: 'Name one file.', command: 'check' })
      }
      if (values.as !== undefined) {
        oneOf(['dhis2'], values.as, 'a way to answer', 'check')
        const summary = await dryRun(context, path, countryOption(values.country, 'check').country)
        terminal.result(summary, () => [JSON.stringify(summary, null, 2)])
        return summary.status === 'SUCCESS' ? 0 : 1
      }
      const checked = await checkFileAt(context, path, {
        ...countryOption(values.country, 'check'),
        ...(values.quarter === undefined ? {} : { quarter: quarterOption(values.quarter, 'check') }),
        language: languageOption(values.lang, 'check'),
        answers: answersOption(values.answer ?? [], 'check'),
      })
      terminal.result(checked, () => [
        ...showFindings(checked.findings),
        ...showDifferences(checked.differences),
        ...showQuestions(checked.questions),
        ...solvedOf(checked),
        verdictOf(checked),
      ])
      return checked.verdict === 'acceptable' ? 0 : 1
    }),
})

type Checked = Awaited<ReturnType<typeof checkFileAt>>

const solvedOf = ({ solved }: Checked) =>
  solved ? [`${solved.solved} of ${solved.of} problems marked in this copy are solved.`] : []

function verdictOf({ file, verdict, mapping, quarters, values, findings, questions }: Checked): string {
  const counted = countFindings(findings)
  if (verdict === 'about-persons')
    return `${file} looks like a list of people and would be refused. Send counts only.`
  if (verdict === 'has-errors') return `${file} would be refused: ${counted}. Correct the errors first.`
  if (verdict === 'has-questions')
    return `${file} cannot be judged yet: ${questions.length === 1 ? 'a question is' : `${questions.length} questions are`} open, ${counted}. Answer with --answer.`
  return `${file} would be accepted as ${mapping} for ${quarters.join(', ')}: ${values} values, ${counted}.`
}
