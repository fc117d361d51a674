import { z } from 'zod'
import type { CellUse, Explanation } from '../../indicators/model/explanation.ts'
import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'
import type { Language } from '../../indicators/model/text.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'
import type { Account } from './accounts/account.ts'
import { Next } from './accounts/sign-in.ts'

/** Where a page reads its figures: one edition of one release. Each answer is the parsed release resource. */
export type PageSource = {
  programme(): Promise<ProgrammeView>
  /** Of the release published before this one; null for the first. */
  before(): Promise<ProgrammeView | null>
  /** null where the release has no such indicator */
  indicator(id: string): Promise<IndicatorView | null>
  /** null in the public edition, and where the window makes no difference */
  windows(id: string): Promise<WindowsView | null>
  /** One figure taken apart; null where the edition has none. */
  explanation(asked: {
    id: string
    place: string
    quarter: string
    cell: string
  }): Promise<Explanation | null>
  /** What a cell of a file feeds; null in the public edition and where nothing was read. */
  cell(asked: { file: string; sheet?: string | undefined; ref: string }): Promise<CellUse | null>
}

/**
 * The built browser entry: its script's address, and its styles as text. A page carries its styles in itself, so that
 * a slow line shows it after one answer.
 */
export type PageAssets = { script: string; style: string; preload: readonly string[] }

export type PageRequest = { url: URL; source: PageSource; assets: PageAssets; viewer: Viewer | null }

/** A finished page. `key` is the address in canonical form: the same key is the same page. */
export type Page = { status: 200 | 404; html: string; key: string }

/** What web's server entry (`dist/server/server.js`) exports as `renderPage`. */
export type RenderPage = (request: PageRequest) => Promise<Page>

/** Canonical form of an address without rendering, exported as `pageKey`; null where no page lives there. */
export type PageKey = (url: URL) => string | null

/** Pages that need no release: where people come in, and see to their accounts and to each other's. */
export const doors = ['sign-in', 'join', 'account', 'people'] as const
export type Door = (typeof doors)[number]

/** Pages of those who send files and decide about them: what waits, one submission, releases, the record of it all, a file before it is sent. They need no release. */
export const desks = ['tasks', 'submissions', 'publish', 'audit', 'check'] as const
export type Desk = (typeof desks)[number]

/** Who reads a page, as far as it shows. */
export type Viewer = Pick<Account, 'name' | 'email' | 'role' | 'country'>

/** What is missing of somebody who has come from a provider; `done` where nothing is. */
export const Arrived = z.enum([...Next.options, 'done'])
export type Arrived = z.infer<typeof Arrived>

/**
 * `back` is the page of this site a person goes on to once signed in; `provider` where else people show who they are,
 * `next` what is still missing of somebody who was there, and `refused` why they come back without.
 */
export type DoorRequest = {
  door: Door
  language: Language
  back: string
  provider: string | null
  next: Arrived | null
  refused: string | null
  viewer: Viewer | null
  assets: PageAssets
}

/** What web's server entry exports as `renderDoor`: a whole page. */
export type RenderDoor = (request: DoorRequest) => string

/** `id` is the submission's the page is about; the empty text on the others. */
export type DeskRequest = { desk: Desk; id: string; language: Language; viewer: Viewer; assets: PageAssets }

/** What web's server entry exports as `renderDesk`: a whole page. */
export type RenderDesk = (request: DeskRequest) => string
