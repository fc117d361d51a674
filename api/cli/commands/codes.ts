import { draftCodes } from '../../services/draft-codes.ts'
import { Problem } from '../../services/problem.ts'
import { command } from '../command.ts'
import { countryOption } from '../options.ts'

export const codesCommand = command({
  name: 'codes',
  usage: 'FILE --country KAZ|TUN|UGA',
  summary: 'Reads the metadata a DHIS2 system exported and says what its codes mean here, for codes.yaml',
  help: ['--country CODE   whose system it is'],
  takes: 1,
  options: { country: { type: 'string' } },
  run: async ({ values, args, terminal }) => {
    const [path] = args
    const { country } = countryOption(values.country, 'codes')
    if (path === undefined || !country)
      throw new Problem('option-wrong', { reason: 'Name one file and its country.', command: 'codes' })
    const draft = await draftCodes(path, country)
    terminal.result(draft, () => [draft.yaml.trimEnd()])
    return 0
  },
})
