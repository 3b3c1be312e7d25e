/** What stands in the place of content, the toast, the mark and the tints. */
import { Button, Notification } from '@mantine/core';
import { useState } from 'react';
import { Mark } from '../kit/mark.tsx';
import { EmptyState, ErrorState, Forbidden } from '../kit/states/empty-state.tsx';
import { SkeletonRows } from '../kit/states/skeleton-rows.tsx';
import { UndoToast } from '../kit/states/undo-toast.tsx';
import { TintGlyph } from '../kit/tint-glyph.tsx';
import { tints } from '../kit/tints.ts';
import { tintNames } from './kit-gallery-labels.ts';

export function StatesGallery() {
  const [said, setSaid] = useState('');
  return (
    <div className="gallery-sheet">
      <EmptyState
        title="Здесь будут задачи на сегодня"
        text="Запишите первую: звонок, встречу или письмо. Напоминание придёт само."
        action={<Button>Добавить задачу</Button>}
      />
      <ErrorState
        title="Список не открылся"
        text="Сервер не ответил. Попробуйте ещё раз через минуту."
        action={<Button variant="default">Повторить</Button>}
        footnote="Запрос 7f3a-19c2"
      />
      <Forbidden
        title="Этот раздел для администраторов"
        text="Попросите Ирину Соколову открыть вам доступ."
      />
      <section>
        <h2>Строки в пути</h2>
        <SkeletonRows rows={5} label="Загружается" />
      </section>
      <section>
        <h2>Отмена</h2>
        <Notification withCloseButton={false} withBorder>
          <UndoToast
            text="3 задачи перенесены на завтра"
            undoLabel="Отменить"
            onUndo={() => setSaid('отменено')}
            onExpire={() => setSaid('время вышло')}
          />
        </Notification>
        <p data-testid="said">{said}</p>
      </section>
      <section>
        <h2>Знак</h2>
        <div style={{ display: 'flex', gap: 20, alignItems: 'center', color: 'var(--accent)' }}>
          <Mark size={16} /> <Mark size={24} /> <Mark size={64} title="Воронка" />
        </div>
      </section>
      <section>
        <h2>Оттенки состояний</h2>
        {tints.map((tint) => (
          <div
            key={tint.id}
            data-tint={tint.id}
            style={{
              display: 'flex',
              gap: 8,
              alignItems: 'center',
              height: 28,
              paddingLeft: 10,
              background: 'var(--tint)',
              boxShadow: 'inset 3px 0 0 var(--tint-bar)',
            }}
          >
            <TintGlyph tint={tint.id} /> {tintNames[tint.id]}
          </div>
        ))}
      </section>
    </div>
  );
}
