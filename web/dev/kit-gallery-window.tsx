/** A card over a list: place kept here, as a caller would keep it for the user. */
import { Button, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CardWindow } from '../kit/window/card-window.tsx';
import type { WindowPlace } from '../kit/window/place.ts';
import { windowLabels } from './kit-gallery-labels.ts';

export function WindowGallery() {
  const [open, setOpen] = useState(true);
  const [place, setPlace] = useState<WindowPlace | null>(null);
  const [record, setRecord] = useState(124);
  const [said, setSaid] = useState('');
  return (
    <div style={{ padding: 12 }}>
      <Button variant="default" onClick={() => setOpen(true)}>
        Открыть карточку
      </Button>
      <p data-testid="said">{said}</p>
      <p data-testid="place">
        {place ? `${place.x} ${place.y} ${place.width} ${place.height}` : 'не двигали'}
      </p>
      {open && (
        <CardWindow
          title={`№ ${record} Звонок по новому складу`}
          place={place}
          onPlaceChange={setPlace}
          onClose={() => setOpen(false)}
          onSave={() => setSaid(`сохранена ${record}`)}
          onNext={() => setRecord(record + 1)}
          onPrevious={() => setRecord(record - 1)}
          labels={windowLabels}
          tabs={
            <Tabs defaultValue="task">
              <Tabs.List>
                <Tabs.Tab value="task">Задача</Tabs.Tab>
                <Tabs.Tab value="files">Файлы 3</Tabs.Tab>
                <Tabs.Tab value="history">История</Tabs.Tab>
              </Tabs.List>
            </Tabs>
          }
          footer={
            <>
              <Button onClick={() => setSaid(`сохранена ${record}`)}>Сохранить</Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                Закрыть
              </Button>
            </>
          }
        >
          <div style={{ display: 'grid', gap: 12 }}>
            <TextInput label="Задача" defaultValue="Звонок по новому складу" />
            <TextInput label="Клиент" placeholder="Начните писать название" />
            <TextInput label="Телефон" defaultValue="+7 921 251-71-5" error="В номере не хватает цифры" />
            <Textarea label="Описание" autosize minRows={4} />
          </div>
        </CardWindow>
      )}
    </div>
  );
}
