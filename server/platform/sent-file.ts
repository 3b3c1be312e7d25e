// What the browser must know of a file that is made for it.
import type { FastifyReply } from 'fastify';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

const nameAtMost = 100; // letters

/** `name`: without its ending; what file systems do not take is left out of it. */
export function sayFile(reply: FastifyReply, name: string, kind: keyof typeof mediaTypes): void {
  reply.header('content-type', mediaTypes[kind]);
  reply.header('cache-control', 'no-store');
  sayName(reply, `${fileName(name)}.${kind}`);
}

/** Tells the browser to keep the answer as a file of this name (RFC 6266). */
export function sayName(reply: FastifyReply, name: string): void {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encoded}`);
}

function fileName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ');
  return [...clean.trim()].slice(0, nameAtMost).join('').trim() || 'Voronka';
}
