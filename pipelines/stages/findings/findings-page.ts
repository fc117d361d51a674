import { localise } from '../../../indicators/model/text.ts'
import { findingCatalogue, findingCodes } from './findings.ts'

const before = `# Findings

What reading a file can find. Each page says what is wrong, why it matters, and how to mend it. **Errors** keep a file from
being taken in, **warnings** want a look, **infos** are told. The findings of rules that compare values are in
[the rules](../rules.md). This page is written from \`pipelines/stages/findings/findings.yaml\`; a test says when it is out of date.

| Code | Severity | Rule | What the sender is told |
| --- | --- | --- | --- |
`

/** The index of the pages about findings, in the order of their codes. */
export const findingsPage = () =>
  before +
  findingCodes
    .map((code) => {
      const { severity, rule, message } = findingCatalogue[code]
      const told = localise(message, 'en').text.replaceAll('|', '\\|')
      return `| [${code}](${code}.md) | ${severity} | ${rule ?? ''} | ${told} |\n`
    })
    .join('')
