import { type CellLabel, columnLabels, rowLabels } from '@monban/domain/card';
import { useMessages } from '../messages/messages.tsx';

/** How a cell is said: 「C列の7」. */
export function useCellName(): (cell: CellLabel) => string {
  const m = useMessages();
  return (cell) => m.logon.card.cell(cell.column, cell.row);
}

/**
 * The back of the customer card (R8) with the cells to read lit and numbered. The picture is for the
 * eye; the same cells stand below it in words, for everybody.
 */
export function CardPicture({ cells }: { readonly cells: readonly CellLabel[] }) {
  const m = useMessages();
  const name = useCellName();
  const order = new Map(cells.map((cell, index) => [`${cell.column}${cell.row}`, index + 1]));
  return (
    <figure className="flex flex-col gap-3 rounded-12 border border-control bg-sunken p-3">
      <figcaption className="text-sm font-bold">{m.logon.card.title}</figcaption>
      <table aria-hidden="true" className="w-full table-fixed border-separate border-spacing-0.5">
        <thead>
          <tr>
            <td />
            {columnLabels().map((column) => (
              <td key={column} className={axis(cells.some((cell) => cell.column === column))}>
                {column}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowLabels().map((row) => (
            <tr key={row}>
              <td className={axis(cells.some((cell) => cell.row === row))}>{row}</td>
              {columnLabels().map((column) => (
                <Cell key={column} position={order.get(`${column}${row}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > 0 && (
        <ol
          aria-label={m.logon.card.order}
          className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 gap-y-1"
        >
          {cells.map((cell, index) => (
            <li key={`${cell.column}${cell.row}`} className="flex items-baseline gap-2">
              <span className="text-sm whitespace-nowrap text-subtle">
                {m.logon.card.nth(index + 1)}
              </span>
              <strong>{name(cell)}</strong>
            </li>
          ))}
        </ol>
      )}
    </figure>
  );
}

function axis(used: boolean): string {
  return `text-center text-sm leading-none ${used ? 'font-bold text-ink' : 'text-subtle'}`;
}

function Cell({ position }: { readonly position: number | undefined }) {
  const shape = 'h-7 rounded-4 border text-center align-middle text-sm leading-none';
  return position === undefined ? (
    <td className={`${shape} border-line bg-surface`} />
  ) : (
    <td className={`${shape} border-2 border-ink bg-lit font-bold text-on-lit`}>{position}</td>
  );
}
