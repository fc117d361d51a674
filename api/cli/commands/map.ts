import { type MappedFile, mapFile } from '../../services/map-file.ts'
import { mappingSentences } from '../../services/mapping-sentences.ts'
import { Problem } from '../../services/problem.ts'
import { command } from '../command.ts'
import { languageOption, neededCountry } from '../options.ts'
import { showFindings } from '../show-findings.ts'
import { showQuestions, showSuggestions } from '../show-mapping.ts'
import { withContext } from '../with-context.ts'
import { writeOutput } from '../write-output.ts'

export const mapCommand = command({
  name: 'map',
  usage: 'FILE --country KAZ|TUN|UGA [--answer NUMBER=ANSWER]… [--accept] [--out FILE]',
  summary: 'Suggests how a file is to be read, asks what it cannot know, and remembers the answers',
  help: [
    '--country CODE    whose file it is',
    '--answer N=WORD   answers question N; ELEMENT/sex:female@year_to_date names what a column counts',
    '--accept          all that is suggested is right; with nothing left to ask it is remembered',
    '--out FILE        writes the description as YAML, to be edited by hand',
    '--as REPORT       the report it is, such as KAZ-population, where it is another than suggested',
    '--by NAME         who settles it',
    '--why TEXT        why',
  ],
  takes: 1,
  options: {
    country: { type: 'string' },
    answer: { type: 'string', multiple: true, default: [] },
    accept: { type: 'boolean', default: false },
    out: { type: 'string' },
    as: { type: 'string' },
    by: { type: 'string', default: 'command line' },
    why: { type: 'string', default: 'suggested and accepted' },
  },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const [path] = args
      if (path === undefined) throw new Problem('option-wrong', { reason: 'Name one file.', command: 'map' })
      const language = languageOption(values.lang, 'map')
      const mapped = await mapFile(context, path, {
        country: neededCountry(values.country, 'map'),
        language,
        answers: values.answer,
        accept: values.accept,
        as: values.as ?? null,
        by: values.by,
        why: values.why,
      })
      const { draft } = mapped
      if (values.out !== undefined && draft) writeOutput(values.out, new TextEncoder().encode(draft.text))
      terminal.result(mapped, () => [
        ...showFindings(mapped.findings),
        ...showSuggestions(mapped.suggested),
        ...showQuestions(mapped.questions),
        ...mappingSentences(mapped, { language, out: values.out ?? null, folder: context.paths.mappings }),
      ])
      return isSettled(mapped) ? 0 : 1
    }),
})

/** Nothing left to ask, or nothing that had to be asked. */
const isSettled = ({ learned, questions, draft }: MappedFile) =>
  learned !== null || (draft !== null && questions.length === 0)
