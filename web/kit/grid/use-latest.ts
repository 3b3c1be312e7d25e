/** The newest value for callbacks that must keep their identity. */
import { useLayoutEffect, useRef } from 'react';

export interface Latest<Value> {
  readonly current: Value;
}

export function useLatest<Value>(value: Value): Latest<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
