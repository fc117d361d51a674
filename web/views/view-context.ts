import { createContext, useContext } from 'solid-js'
import type { Locale } from '../i18n/locale.ts'
import type { Drawing } from './drawing.ts'

/** What every view may ask for: the reader's language and the charts drawn for this page. */
export interface ViewContext {
  locale: Locale
  drawings: ReadonlyMap<string, Drawing>
  /** Address of the release's values as CSV. */
  csv: string
  /** Whether tables stand open. */
  tablesOpen: boolean
  version: string
  dataAsOf: string
}

const context = createContext<ViewContext>()
export const ViewProvider = context.Provider

export function useView(): ViewContext {
  const view = useContext(context)
  if (view === undefined) throw new Error('a view stands outside its page')
  return view
}
