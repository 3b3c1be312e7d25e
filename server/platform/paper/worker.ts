// A thread that draws one paper as a PDF and ends: A4 with repeated heads and numbered pages.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { gap, margin, type PaperDocument, type TableLayout } from './document.ts';

function setFonts(): void {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfmake'))), '..', 'fonts', 'Roboto');
  const face = (name: string) => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: face('Regular'),
      bold: face('Medium'),
      italics: face('Italic'),
      bolditalics: face('MediumItalic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
}

const layouts: Record<TableLayout, CustomTableLayout> = {
  ruled: {
    hLineWidth: (line, { table }) => (line === 0 ? 0 : line === table.headerRows ? 1 : 0.4),
    vLineWidth: () => 0,
    hLineColor: '#888888',
    paddingLeft: () => 0,
    paddingRight: () => gap,
    paddingTop: () => 3,
    paddingBottom: () => 4,
  },
  boxed: {
    hLineWidth: () => 0.4,
    vLineWidth: () => 0.4,
    hLineColor: '#bbbbbb',
    vLineColor: '#bbbbbb',
    paddingLeft: () => 1,
    paddingRight: () => 1,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
};

function definitionOf({ orientation, title, page: word, content }: PaperDocument): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [margin, margin + 12, margin, margin + 12],
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    styles: { unbroken: { wordBreak: 'break-all' } },
    patterns: {
      hatched: {
        boundingBox: [1, 1, 4, 4],
        xStep: 3,
        yStep: 3,
        pattern: '1 w 0 1 m 4 5 l s 2 0 m 5 3 l s',
      },
    },
    header: { text: title, fontSize: 9, bold: true, margin: [margin, 14, margin, 0] },
    footer: (page, pages) => ({
      text: `${word} ${page} / ${pages}`,
      alignment: 'right',
      margin: [margin, 8, margin, 0],
    }),
    content,
  };
}

setFonts();
pdfmake.setTableLayouts(layouts);
const bytes = new Uint8Array(await pdfmake.createPdf(definitionOf(workerData as PaperDocument)).getBuffer());
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
