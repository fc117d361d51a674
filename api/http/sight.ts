import type { Context as Request } from 'hono'
import type { Edition } from '../../indicators/model/released.ts'
import type { Viewer } from '../contract/page.ts'
import { ofSignedIn, pageRight, type Right, rightTo, sees } from '../contract/rights.ts'
import { noteLook } from '../services/accounts/looks.ts'
import type { Signed } from '../services/accounts/sessions.ts'
import type { Context } from '../services/context.ts'
import { ownCountryShelf } from '../services/own-country.ts'
import type { Shelf } from '../services/read-release.ts'
import { authorise } from './authorise.ts'
import { figuresAsked } from './figures-asked.ts'

/** Which releases whoever asks may read, and who that is; nobody is signed in to the public edition. */
export type Seen = { shelf: Shelf; viewer: Viewer | null }

/** What a request may see, where it may ask at all. */
export type Sight = {
  /** Of the server, whatever of it is seen. */
  edition: Edition
  /** Whether everybody is answered the same, so that answers may be kept by whoever passes them on. */
  open: boolean
  /** Errors  `sign-in-needed`, `not-permitted`, `prove-again` */
  endpoint(c: Request, id: string): Seen
  /** The same of a page, by the first word of its address after the language. Pages for anyone show no release. */
  page(c: Request, name: string): Seen
}

/** Everybody may read all of a public shelf. */
export const openSight = (shelf: Shelf): Sight => ({
  edition: shelf.edition,
  open: true,
  endpoint: () => ({ shelf, viewer: null }),
  page: () => ({ shelf, viewer: null }),
})

/** Of the internal edition each role sees what the rights say; `open` is the public edition of the same releases. */
export function innerSight(context: Context, inner: Shelf, open: Shelf): Sight {
  const own = new Map<string, Shelf>()
  const shelfOf = ({ account: { role, country } }: Signed): Shelf => {
    if (sees[role] === 'all') return inner
    if (sees[role] === 'public' || country === null) return open
    const known = own.get(country) ?? ownCountryShelf(inner, open, country)
    own.set(country, known)
    return known
  }
  const seen = (c: Request, right: Right | 'anyone'): Seen => {
    const signed = authorise(c, context, right)
    if (!signed) return { shelf: open, viewer: null }
    const shelf = shelfOf(signed)
    if (shelf !== open) noteLook(context, signed, figuresAsked(c))
    return { shelf, viewer: signed.account }
  }
  return {
    edition: inner.edition,
    open: false,
    endpoint: (c, id) => seen(c, rightTo(id)),
    page: (c, name) => {
      const right = pageRight(name)
      return seen(c, right === 'anyone' ? ofSignedIn : right)
    },
  }
}

/** All of a public shelf for whoever has signed in; here they are readers, whatever they are elsewhere. */
export function invitedSight(context: Context, shelf: Shelf): Sight {
  const { edition, open, endpoint, page } = innerSight(context, shelf, shelf)
  const asReader = ({ viewer }: Seen): Seen => ({ shelf, viewer: viewer && { ...viewer, role: 'donor' } })
  return {
    ...{ edition, open },
    endpoint: (c, id) => asReader(endpoint(c, id)),
    page: (c, name) => asReader(page(c, name)),
  }
}
