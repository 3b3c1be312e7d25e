// What must not happen on any page: errors in the console, thrown errors, answers of 500 and above, requests that fail.
import type { Page } from 'playwright-core';

/** `refused` names the requests that the house may refuse: the browser writes such answers into its console. */
export function watchFaults(page: Page, refused: Set<string>, faults: string[]): void {
  const isExpected = (url: string) => refused.has(/\/(?:api|exports)\/([\w.]+)/.exec(url)?.[1] ?? '');
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.location().url)) return;
    faults.push(`console on ${page.url()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown on ${page.url()}: ${error.stack ?? error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} from ${answer.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left, and an answer that is no longer wanted, are given up by the browser itself.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed: ${reason}`);
  });
}
