// What the browser must know of a file that is made for it.
import type { FastifyReply } from 'fastify';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** `name`: without its ending, in letters that every header may hold. */
export function sayFile(reply: FastifyReply, name: string, kind: keyof typeof mediaTypes): void {
  reply.header('content-type', mediaTypes[kind]);
  reply.header('cache-control', 'no-store');
  reply.header('content-disposition', `attachment; filename="${name}.${kind}"`);
}
