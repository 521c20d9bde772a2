import { cardSheetWords, type CardSheetWords } from '@monban/domain/wording/card-sheet';

import type { ShownCard } from '../new-card.ts';
import { sheetMeasures, type TableMeasures } from './sheet-measures.ts';

const { ja, en } = cardSheetWords;
const { backTable, card: size, copyTable, inset } = sheetMeasures;

/**
 * The same sheet as a page to print: whole in itself, with no script, and allowed by its own policy to load nothing.
 * All that is put into it is digits and letters of ours, and nothing that anybody typed.
 */
export function sheetPage(card: ShownCard): string {
  const { contractId, serial } = card;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${ja.card} ${serial}</title>
<style>${style}</style>
</head>
<body>
<p class="about"><strong>${ja.contractId} <span lang="en">${en.contractId}</span> ${contractId} ${ja.serial} <span lang="en">${en.serial}</span> ${serial}</strong></p>
${both('desk')}
<div class="card">
<section class="front">
<h1>${ja.card} <small lang="en">${en.card}</small></h1>
<dl>${labelled('contractId', contractId)}${labelled('serial', serial)}</dl>
${(['use', 'lost', 'keepApart', 'neverAsked'] as const).map(both).join('\n')}
</section>
<section class="back">${table(card)}</section>
</div>
${both('cut')}
<section class="copy">
<h2>${ja.copy} <span lang="en">${en.copy}</span> ${ja.serial} ${serial}</h2>
${both('copyKept')}
${table(card)}
</section>
</body>
</html>
`;
}

function both(word: keyof CardSheetWords): string {
  return `<p>${ja[word]}<br><span lang="en">${en[word]}</span></p>`;
}

function labelled(word: 'contractId' | 'serial', value: string): string {
  return `<div><dt>${ja[word]} <span lang="en">${en[word]}</span></dt><dd>${value}</dd></div>`;
}

function table({ columns, rows, digits }: ShownCard): string {
  const head = columns.map((label) => `<th scope="col">${label}</th>`).join('');
  const body = rows.map((label, row) => {
    const cells = [...(digits[row] ?? '')].map((digit) => `<td>${digit}</td>`).join('');
    return `<tr><th scope="row">${label}</th>${cells}</tr>`;
  });
  return `<table><thead><tr><td></td>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const pt = (points: number): string => `${points.toFixed(2)}pt`;

/** A table's sizes, for the rules that both tables share. */
const sizes = ({ column, digits, label, labels, row }: TableMeasures): string =>
  Object.entries({ column, digits, label, labels, row })
    .map(([name, points]) => `--${name}:${pt(points)}`)
    .join(';');

const style = `
@page{size:A4 portrait;margin:12mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:9.5pt/1.35 "BIZ UDPGothic","BIZ UDゴシック","Noto Sans JP",sans-serif;color:#000;background:#fff;max-width:186mm;margin:0 auto;-webkit-print-color-adjust:exact;print-color-adjust:exact}
p{margin:0 0 2mm}
.card{display:flex;width:${pt(2 * size.width)};margin:8mm auto 6mm;outline:.5pt dashed #8a8a8a}
.front,.back{width:${pt(size.width)};height:${pt(size.height)};overflow:hidden}
.front{border-right:.5pt dashed #8a8a8a;padding:0 8pt;font-size:7.4pt;line-height:1.2}
.front h1{background:#dfe5ec;margin:0 -8pt 5pt;padding:4pt 8pt;font-size:13pt}
.front small{font-size:9pt;font-weight:normal}
.front dl{display:flex;gap:12pt;margin-bottom:6pt}
.front dd{font-size:12.5pt;font-weight:bold}
.front p{margin:0 0 2.4pt}
.back{padding:${pt(inset)};${sizes(backTable)}}
table{border-collapse:collapse;table-layout:fixed;line-height:1}
td,th{width:var(--column);height:var(--row);border:solid #8a8a8a;border-width:0 .4pt;text-align:center;vertical-align:middle;font-size:var(--digits);font-weight:bold}
th{font-size:var(--labels);font-weight:normal}
td:first-child,th[scope=row]{width:var(--label)}
thead{border:.9pt solid #000;border-width:.4pt .4pt .9pt}
tbody{border:.4pt solid #8a8a8a}
th[scope=row]{border-right:.9pt solid #000}
tbody tr:nth-child(odd){background:#dfe5ec}
.copy{${sizes(copyTable)};border-top:.5pt dashed #8a8a8a;padding-top:4mm;break-inside:avoid}
.copy h2{font-size:12pt;margin-bottom:1mm}
.copy table{margin:3mm auto 0}
`;
