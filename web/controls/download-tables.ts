import { csvField } from '../../indicators/model/csv-field.ts'

/** A number as the release holds it, else the words of the cell. */
function cellText(cell: HTMLTableCellElement): string {
  return cell.dataset.value ?? cell.querySelector('bdi')?.textContent ?? cell.textContent ?? ''
}

function csvOf(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => csvField(cellText(cell).trim())).join(','),
  )
  return `\uFEFF${rows.join('\r\n')}\r\n`
}

/** Without a script the link leads to all values; with one it gives exactly the table beside it. */
export function downloadTables() {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-csv]')) {
    link.addEventListener('click', () => {
      const table = document.getElementById(link.dataset.csv ?? '')?.querySelector('table')
      if (!table) return
      link.href = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))
    })
  }
}
