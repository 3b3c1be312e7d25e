/** Fields in their states. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ColorField } from '../kit/fields/color-field.tsx';
import { DateTimeField } from '../kit/fields/date-time-field.tsx';
import { InlineText } from '../kit/fields/inline-text.tsx';
import type { Moment } from '../kit/fields/parse-moment.ts';
import { PickField } from '../kit/fields/pick-field.tsx';
import { RangeField, type RangeValue } from '../kit/fields/range-field.tsx';
import type { PickOption, PickSearch } from '../kit/fields/use-pick-options.ts';
import type { TintId } from '../kit/tints.ts';
import { dateLabels, momentWords, pickLabels, presets, tintNames } from './kit-gallery-labels.ts';

const today = Temporal.PlainDate.from('2026-11-23');

const clients: PickOption[] = [
  { value: 'g1', label: 'Поставщики', isGroup: true, depth: 0 },
  { value: '1', label: 'ООО «Гранит»', hint: 'Санкт-Петербург', depth: 1, tint: 'green' },
  { value: '2', label: 'ООО «Ромашка»', hint: 'Псков', depth: 1, tint: 'amber' },
  { value: 'g2', label: 'Покупатели', isGroup: true, depth: 0 },
  { value: '3', label: 'ИП Ёлкин', hint: 'Тверь', depth: 1, tint: 'violet' },
];

const search: PickSearch = async (text) => {
  await new Promise((done) => setTimeout(done, 30));
  return clients.filter((one) => one.label.toLowerCase().includes(text.toLowerCase()));
};

const short = new Intl.DateTimeFormat('ru-RU', { weekday: 'short', day: 'numeric', month: 'short' });
const format = ({ date, time }: Moment) => {
  const day = short.format(new Date(`${date}T12:00:00`));
  return time ? `${day} ${time.toString({ smallestUnit: 'minute' })}` : day;
};

const dateProps = { format, words: momentWords, labels: dateLabels, today, locale: 'ru', withTime: true };

export function FieldsGallery() {
  const [moment, setMoment] = useState<Moment | null>(null);
  const [range, setRange] = useState<RangeValue>({ preset: 'week' });
  const [one, setOne] = useState<PickOption[]>([]);
  const [many, setMany] = useState<PickOption[]>(clients.slice(1, 3));
  const [tint, setTint] = useState<TintId | null>('teal');
  const [name, setName] = useState('ООО «Гранит»');
  return (
    <div className="gallery-sheet">
      <DateTimeField
        {...dateProps}
        label="Срок"
        value={moment}
        onChange={setMoment}
        placeholder="завтра 14:30"
      />
      <RangeField
        {...dateProps}
        value={range}
        onChange={setRange}
        presets={presets}
        text={rangeText(range)}
        label="Интервал"
        fromLabel="С"
        toLabel="По"
      />
      <PickField
        label="Клиент"
        value={one}
        onChange={setOne}
        search={search}
        labels={pickLabels}
        placeholder="Название"
      />
      <PickField
        label="Клиенты и группы"
        multiple
        value={many}
        onChange={setMany}
        search={search}
        labels={pickLabels}
      />
      <ColorField label="Цвет состояния" value={tint} onChange={setTint} names={tintNames} />
      <div>
        <h2>Название</h2>
        <InlineText label="Название" value={name} onSave={setName} />
      </div>
      <TextInput label="Телефон" defaultValue="+7 921 251-71-5" error="В номере не хватает цифры" />
      <TextInput label="Почта" disabled defaultValue="info@granit.ru" description="Меняет администратор" />
      <div>
        <h2>Кнопки</h2>
        <Button>Сохранить</Button> <Button variant="default">Закрыть</Button>{' '}
        <Button variant="light">Ещё</Button>{' '}
        <Button color="red" variant="light">
          Удалить 3 задачи
        </Button>
      </div>
    </div>
  );
}

function rangeText(range: RangeValue): string {
  if ('preset' in range) return presets.find(({ id }) => id === range.preset)?.label ?? '';
  const day = (date: Temporal.PlainDate | null) => (date ? format({ date, time: null }) : '…');
  return `${day(range.from)} – ${day(range.to)}`;
}
