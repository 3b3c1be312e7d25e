// A card that cannot be fetched is closed with a word, and takes neither the list nor the other cards along.
import { Component, type ReactNode, useEffect, useEffectEvent } from 'react';
import { NotComeError } from '../kit/late/come.ts';
import { forgetFailedParts } from '../kit/late/late.tsx';
import { type OpenCard, useCards } from '../platform/cards.ts';
import { useComplain } from '../platform/deeds.tsx';

type CardOrWordProps = { card: OpenCard; children: ReactNode };

/** Any other fault of the card goes on to whoever stands above. */
export class CardOrWord extends Component<CardOrWordProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { card, children } = this.props;
    const { error } = this.state;
    if (error === null) return children;
    if (!((error as unknown) instanceof NotComeError)) throw error;
    return <NotCome card={card} error={error} />;
  }
}

function NotCome({ card, error }: { card: OpenCard; error: unknown }) {
  const { close } = useCards();
  const complain = useComplain();
  const tell = useEffectEvent(() => {
    complain(error);
    forgetFailedParts();
    void close(card);
  });
  useEffect(() => tell(), []);
  return null;
}
