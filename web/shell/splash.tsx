// What stands while Voronka starts: the mark on the background, or nothing where the person wants none. It waits for nothing and is gone at once.
import { Mark } from '../kit/mark.tsx';
import { lastFace } from '../platform/background.ts';

export function Splash() {
  if (!lastFace().splash) return null;
  return (
    <div className="splash background" aria-busy="true">
      <Mark size={72} />
    </div>
  );
}
