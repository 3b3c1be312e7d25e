/** The guide is whole: every topic in both languages, every link to a topic, every screen with a topic. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { helpTopics } from '../platform/help.ts';

const guide = fileURLToPath(new URL('../../docs/help/', import.meta.url));
const linksOf = (text: string) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);

describe.each(['ru', 'en'])('W-04 the guide in %s', (locale) => {
  it('has a page for each topic and none besides', () => {
    const pages = globSync('*.md', { cwd: `${guide}${locale}` }).map((name) => name.slice(0, -3));
    expect(pages.toSorted()).toEqual([...helpTopics].toSorted());
  });

  it.each(helpTopics)('%s has a title and words, and its links lead to other pages', (topic) => {
    const text = readFileSync(`${guide}${locale}/${topic}.md`, 'utf8');
    expect(text).toMatch(/^# \S/);
    expect(text.length).toBeGreaterThan(200);
    for (const link of linksOf(text)) expect(helpTopics.map((each) => `${each}.md`)).toContain(link);
  });
});

it('W-04 both languages lead to the same pages', () => {
  for (const topic of helpTopics) {
    const [ru, en] = ['ru', 'en'].map((locale) =>
      linksOf(readFileSync(`${guide}${locale}/${topic}.md`, 'utf8')).toSorted(),
    );
    expect(en, topic).toEqual(ru);
  }
});
