// All managers by days, or one by hours.
import { SegmentedControl } from '@mantine/core';
import { useSay } from '../../platform/texts.tsx';

export function WhoseSwitch({ whose, onOther }: { whose: 'all' | 'one'; onOther(): void }) {
  const say = useSay();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('hours.whose')}
      value={whose}
      onChange={(next) => next !== whose && onOther()}
      data={[
        { value: 'all', label: say('hours.all') },
        { value: 'one', label: say('hours.one') },
      ]}
    />
  );
}
