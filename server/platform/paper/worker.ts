// A thread that draws one paper as a PDF and ends: A4 with repeated heads and numbered pages.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { gap, margin, type PaperDocument, type TableLayout, widthOf } from './document.ts';

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
    hLineWidth: (line, { table }) => (line === 0 ? 0 : line === table.headerRows ? 1.1 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (line, { table }) => (line === table.headerRows ? '#000000' : '#888888'),
    paddingLeft: () => 0,
    paddingRight: () => gap,
    paddingTop: () => 3,
    paddingBottom: () => 3,
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

/** Points above the title and below the text, and of the title: twelve and fourteen millimetres, as in the preview. */
const top = 34;
const bottom = 39.7;
const titleHeight = 16;
/** Points that an average letter of the title takes; above the real, so that a title never runs into the text. */
const titleLetter = 6.4;

/** Characters: a longer title would leave no room on the page. */
const titleAtMost = 800;

function definitionOf({ orientation, title: whole, content }: PaperDocument): TDocumentDefinitions {
  const title = whole.length > titleAtMost ? `${whole.slice(0, titleAtMost - 1).toWellFormed()}…` : whole;
  const titleLines = Math.ceil((title.length * titleLetter) / widthOf[orientation]);
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [margin, top + titleLines * titleHeight, margin, bottom],
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.1 },
    styles: { unbroken: { wordBreak: 'break-all' } },
    patterns: {
      hatched: {
        boundingBox: [1, 1, 4, 4],
        xStep: 3,
        yStep: 3,
        pattern: '1 w 0 1 m 4 5 l s 2 0 m 5 3 l s',
      },
    },
    header: { text: title, fontSize: 11, bold: true, margin: [margin, top, margin, 0] },
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      alignment: 'right',
      margin: [margin, 12, margin, 0],
    }),
    content,
  };
}

setFonts();
pdfmake.setTableLayouts(layouts);
const bytes = new Uint8Array(await pdfmake.createPdf(definitionOf(workerData as PaperDocument)).getBuffer());
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
