/** What stands around a window that is one of several: where it was put, whether it is minimised, and who hears of it. Without it a window is alone. */
import { createContext, type ReactNode } from 'react';
import type { Screen, WindowPlace } from './place.ts';

export type WindowState = 'normal' | 'minimised' | 'maximised';

export interface WindowFrame {
  id: string;
  state: WindowState;
  /** Its own place, where it was opened, moved or tiled; null: it is just being opened. */
  place: WindowPlace | null;
  /** 0 is at the back. */
  depth: number;
  /** It is before all others that can be seen: as it is drawn it takes the focus, which the others leave alone. */
  isFront: boolean;
  /** What a maximised window fills. */
  area(): WindowPlace;
  /** Pixels at the lower edge of the screen that windows leave free: the bar with their names. */
  below: number;
  onPlace(place: WindowPlace): void;
  /** It has just been opened, and this is the place of its kind on a screen of this size. */
  onOpened(usual: WindowPlace, screen: Screen): void;
  onState(state: WindowState): void;
  onTitle(title: string): void;
  /** It was touched: it comes to the front. */
  onFront(): void;
  /** Where it fills the screen and others wait behind it: all make room for what lies beneath. */
  onAside: (() => void) | undefined;
  labels: { minimise: string; maximise: string; restore: string; aside: string };
}

export const WindowFrameContext = createContext<WindowFrame | null>(null);

/** What stands above the windows on a desk, and in their heads where they fill the screen. */
export const AboveWindows = createContext<ReactNode>(null);
