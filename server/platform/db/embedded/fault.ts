/** What can stop the embedded database; the text of each says what to do. */
export type EmbeddedFaultCode =
  | 'embedded.binariesMissing'
  | 'embedded.binariesBroken'
  | 'embedded.rootClosed'
  | 'embedded.rootForeign'
  | 'embedded.rootBusy'
  | 'embedded.accountMissing'
  | 'embedded.passwordLost'
  | 'embedded.passwordRefused'
  | 'embedded.initFailed'
  | 'embedded.startFailed'
  | 'embedded.startTimeout'
  | 'embedded.stopTimeout'
  | 'embedded.unsteady';

/** A fault of the machine or of the set-up that a person must cure; the message is a plain sentence for that person. */
export class EmbeddedFault extends Error {
  readonly code: EmbeddedFaultCode;

  constructor(code: EmbeddedFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EmbeddedFault';
    this.code = code;
  }
}
