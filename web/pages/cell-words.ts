import { type Cell, parseCell, TOTAL } from '../../indicators/model/breakdown.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'

/** A breakdown cell in words: `women`, `women, under 18`. */
export const cellWords = (cell: Cell, { t, format }: Locale): string =>
  cell === TOTAL
    ? t('word.total')
    : format.list(
        Object.entries(parseCell(cell)).map(([dimension, category]) =>
          t(`word.cell.${dimension}.${category}` as MessageKey),
        ),
      )
