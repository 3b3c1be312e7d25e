// From which states of an import one may go where.
import type { ImportStatus } from '../../../contract/imports.ts';

export const steps: Record<'inspect' | 'plan' | 'run' | 'stop' | 'discard', ImportStatus[]> = {
  inspect: ['read', 'planned', 'stopped', 'failed'],
  plan: ['read', 'planned', 'stopped', 'failed'],
  run: ['planned'],
  stop: ['planning', 'running'],
  discard: ['read', 'planned', 'stopped', 'failed'],
};
