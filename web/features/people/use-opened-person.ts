// Whose card is open over the list of managers: it stands in the address, so that a link opens it and Back closes it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type OpenedPerson = number | 'new' | null;

export function useOpenedPerson(): [OpenedPerson, (person: OpenedPerson) => void] {
  const { person } = useSearch({ strict: false }) as { person?: string };
  const navigate = useNavigate();
  const open = useCallback(
    (next: OpenedPerson) =>
      void navigate({
        to: '.',
        search: (({ person: _, ...rest }: Record<string, string>) =>
          next === null ? rest : { ...rest, person: String(next) }) as never,
      }),
    [navigate],
  );
  if (person === 'new') return ['new', open];
  return [person && /^\d{1,15}$/.test(person) ? Number(person) : null, open];
}
