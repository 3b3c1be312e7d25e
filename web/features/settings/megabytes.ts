// Pure: bytes as megabytes that a person reads: little is not nothing, and not a whole megabyte.

const megabyte = 1024 * 1024; // bytes

/** Whole megabytes from ten on, hundredths below; never fewer than there are. */
export function megabytes(bytes: number): number {
  const exact = bytes / megabyte;
  return exact < 10 ? Math.ceil(exact * 100) / 100 : Math.ceil(exact);
}
