// A link to a file that is made when it is asked for: it says while it is made, stops when pressed again, and says why there is none.
import { Button, Loader } from '@mantine/core';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { tip } from '../kit/tip.ts';
import { fetchFile } from './api.ts';
import { refusalText } from './refusal-text.ts';
import { useWords } from './texts.tsx';

type FileLinkProps = { href: string; icon: ReactNode; children: string };

/** Milliseconds after which the browser has surely begun to keep the file. */
const keptAfter = 60_000;

export function FileLink({ href, icon, children }: FileLinkProps) {
  const words = useWords();
  const [making, setMaking] = useState<AbortController | null>(null);
  const [fault, setFault] = useState('');
  const last = useRef<AbortController>(null);
  useEffect(() => () => last.current?.abort(), []);
  const make = async () => {
    const stop = new AbortController();
    last.current = stop;
    setMaking(stop);
    setFault('');
    try {
      keep(await fetchFile(href, stop.signal));
    } catch (error) {
      if (!stop.signal.aborted) setFault(refusalText(words, error));
    }
    setMaking(null);
  };
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (making) making.abort();
    else void make();
  };
  return (
    <>
      <Button
        {...tip(making ? words.say('print.stopFile') : children)}
        variant="default"
        component="a"
        href={href}
        aria-busy={making !== null}
        leftSection={making ? <Loader size={16} /> : icon}
        onClick={onClick}
      >
        {children}
      </Button>
      {fault && <span role="alert">{fault}</span>}
    </>
  );
}

/** Gives the browser a file to keep under its own name. */
function keep(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptAfter);
}
