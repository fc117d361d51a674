import { csvField } from '../../indicators/model/csv-field.ts'

/** A number as the release holds it, else the words of the cell. */
function cellText(cell: HTMLTableCellElement): string {
  return cell.dataset.value ?? cell.querySelector('bdi')?.textContent ?? cell.textContent ?? ''
}

const rowsOf = (table: HTMLTableElement): string[][] =>
  [...table.rows].map((row) => [...row.cells].map((cell) => cellText(cell).trim()))

const csvOf = (table: HTMLTableElement): string =>
  `\uFEFF${rowsOf(table)
    .map((row) => row.map(csvField).join(','))
    .join('\r\n')}\r\n`

const tableIn = (id: string | undefined) => document.getElementById(id ?? '')?.querySelector('table')

/** Without a script the link leads to all values; with one it gives exactly the table beside it. */
export function downloadTables() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-csv]')) {
    link.addEventListener('click', () => {
      const table = tableIn(link.dataset.csv)
      if (!table) return
      link.href = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))
    })
  }
}

/** Puts a table into the clipboard as a spreadsheet takes it. Only where there is a script is there such a button. */
export function copyTables() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const table = tableIn(button.dataset.copy)
    if (!table || !('clipboard' in navigator)) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      const text = rowsOf(table)
        .map((row) => row.map(csvField).join('\t'))
        .join('\n')
      await navigator.clipboard.writeText(text)
      button.textContent = button.dataset.copied ?? ''
    })
  }
}
