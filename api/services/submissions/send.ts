import { readFile } from 'node:fs/promises'
import { Country } from '../../../indicators/model/place.ts'
import type { Answers } from '../../../indicators/model/question.ts'
import { withoutUserNames } from '../../../pipelines/stages/coded/user-names.ts'
import type { StoredAccount } from '../../store/accounts/accounts.ts'
import { sha256 } from '../../store/raw-files.ts'
import { checkSentFile, type Judged, type SentFile } from '../check-sent-file.ts'
import { asProblem, type Context } from '../context.ts'
import type { Definitions } from '../definitions.ts'
import { noteRefusal } from '../import-file.ts'
import { openIntakeForOne } from '../intake.ts'
import { Problem } from '../problem.ts'
import { asJson, replacedBy } from '../record-file.ts'
import { judgementFrom } from './judge.ts'
import { keepVersion } from './keep-version.ts'
import { maySee } from './steps.ts'

/** `path`: where the file lies aside. A focal point's country is that of her account, whatever is said here. */
export type Sending = {
  path: string
  name: string
  country?: Country | undefined
  answers: Answers
  remark: string
  /** Values that count now and are not in the file are to go. */
  removes: boolean
  draft: boolean
}

/**
 * Takes a file that is to be reviewed, and says its submission's id once file and record are on the disk. Nothing of it
 * counts yet.
 *
 * Errors  `file-about-persons`, `file-has-errors`, `file-has-questions`, `file-removes-values`, `file-known`,
 *         `file-other-country`, `submission-state`; of a file refused nothing is kept
 */
export async function send(
  context: Context,
  account: StoredAccount,
  { path, name, country, answers, remark, removes, draft }: Sending,
  definitions: Definitions,
): Promise<string> {
  const bytes = withoutUserNames(await readFile(path))
  const own = account.country ?? country
  const sent: SentFile = { name, bytes, answers, ...(own ? { country: own } : {}) }
  const intake = await openIntakeForOne(context, definitions)
  try {
    const judged = await checkSentFile(intake, sent)
    const of = countryFor(account, judged, own, name)
    refuse(context, judged, { draft, removes })
    const raw = await context.raw()
    await asProblem(() => raw.put(bytes))
    const kept = keepVersion(context, account, of, {
      action: draft ? 'save' : 'send',
      sent: {
        fileHash: sha256(bytes),
        file: name,
        bytes: bytes.length,
        answers: asJson(answers),
        allowRemoved: removes,
        remark,
      },
      judged: judgementFrom(context, judged),
    })
    return kept.id
  } finally {
    intake.close()
  }
}

/** Whose it is: what the file says, else whose its sender is. */
function countryFor(
  account: StoredAccount,
  judged: Judged,
  said: Country | undefined,
  name: string,
): Country {
  const country = Country.safeParse(judged.country).data ?? said
  if (!country)
    throw new Problem('input-invalid', { fields: 'country' }, [
      { path: 'country', message: 'Whose file it is, its name does not tell.' },
    ])
  if (!maySee(account, { country })) throw new Problem('file-other-country', { file: name })
  return country
}

function refuse(context: Context, judged: Judged, { draft, removes }: { draft: boolean; removes: boolean }) {
  const { verdict, findings, questions, differences, name: file } = judged
  if (verdict === 'about-persons') {
    noteRefusal({ context }, judged)
    throw new Problem('file-about-persons', { file })
  }
  if (draft) return
  if (verdict === 'has-errors') {
    const count = findings.filter(({ severity }) => severity === 'error').length
    throw new Problem('file-has-errors', { file, count })
  }
  if (verdict === 'has-questions') throw new Problem('file-has-questions', { file, count: questions.length })
  if (replacedBy(context.state, judged)) throw new Problem('file-known', { file })
  if (!judged.coded && differences && differences.removed > 0 && !removes)
    throw new Problem('file-removes-values', { file, count: differences.removed })
}
