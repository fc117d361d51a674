import type { Edition } from '../../indicators/model/released.ts'
import { localeOf } from '../../web/i18n/locale.ts'
import { type Address, parseAddress } from '../../web/pages/address.ts'
import type { PageContext } from '../../web/pages/context.ts'
import { exampleLabel, exampleProgramme } from './example-release.ts'

/** The example release as an address sees it. */
export function contextAt(path: string, edition: Edition = 'public'): PageContext {
  const address = parseAddress(new URL(path, 'http://localhost')) as Address
  return {
    address,
    locale: localeOf(address.language),
    programme: exampleProgramme({ ...exampleLabel, edition }),
    viewer: null,
  }
}
