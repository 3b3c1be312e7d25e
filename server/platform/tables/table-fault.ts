// Why a file cannot be read as a table. Expected noes: the caller shows the code's text with its details.

export type TableFaultCode =
  | 'table.empty'
  | 'table.tooLarge'
  | 'table.tooManyColumns'
  | 'table.tooManyRows'
  | 'table.notATable'
  | 'table.brokenZip'
  | 'table.encrypted'
  | 'table.unclosedQuote'
  | 'table.noSuchSheet';

/** What a text about the fault may name. */
export interface TableFaultDetails {
  /** Line (CSV) or row (workbook) of the file, from 1. */
  line?: number;
  /** The limit that was passed: bytes, columns or rows. */
  limit?: number;
  found?: number;
  /** What the file seems to be instead: `xls`, `pdf`, `html` … */
  format?: string;
  /** Which part of the file is at fault, for the log. */
  part?: string;
}

/** A file that is refused whole. Faults of single rows are not the reader's business. */
export class TableFault extends Error {
  readonly code: TableFaultCode;
  readonly details: TableFaultDetails;

  constructor(code: TableFaultCode, details: TableFaultDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'TableFault';
    this.code = code;
    this.details = details;
  }
}
