// The background of the screens: none, a colour, a picture drawn for Voronka, or a photo of one's own.
import { FileButton, Switch } from '@mantine/core';
import { IconCheck, IconPhotoPlus, IconPhotoX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { colours, pictures } from '../../kit/backgrounds/backgrounds.ts';
import { call, RefusedError, UnreachedError, upload } from '../../platform/api.ts';
import { useAppearance } from '../../platform/appearance.ts';
import { photoAddress } from '../../platform/background.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { photoFileAtMost, shrinkPhoto } from '../../platform/shrink-photo.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './background.module.css';
import { Section } from './section.tsx';

export function BackgroundSection() {
  const { say } = useWords();
  const [{ background, splash }, change] = useAppearance();
  const swatch = (id: string, label: string) => (
    <Swatch
      key={id}
      id={id}
      label={label}
      chosen={background === id}
      onChoose={() => change({ background: id })}
    />
  );
  return (
    <Section id="background" title={say('settings.background')} text={say('settings.backgroundText')}>
      <div className={styles.swatches}>
        {swatch('none', say('settings.background.none'))}
        <PhotoChoice />
      </div>
      <p className={styles.kind}>{say('settings.background.pictures')}</p>
      <div className={styles.swatches}>
        {pictures.map((id) => swatch(`picture.${id}`, say(`settings.picture.${id}`)))}
      </div>
      <p className={styles.kind}>{say('settings.background.colours')}</p>
      <div className={styles.swatches} data-small>
        {colours.map((id) => swatch(`colour.${id}`, say(`settings.colour.${id}`)))}
      </div>
      <Switch
        label={say('settings.splash')}
        checked={splash}
        onChange={(event) => change({ splash: event.currentTarget.checked })}
      />
    </Section>
  );
}

type SwatchProps = { id: string; label: string; chosen: boolean; onChoose(): void };

function Swatch({ id, label, chosen, onChoose }: SwatchProps) {
  return (
    <button type="button" className={styles.swatch} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles.sample} data-sample={id} style={sampleStyle(id)}>
        {id === 'none' && <IconPhotoX size={20} stroke={1.5} aria-hidden />}
        {chosen && <IconCheck className={styles.check} size={16} stroke={2} aria-hidden />}
      </span>
      <span className={styles.name}>{label}</span>
    </button>
  );
}

function sampleStyle(id: string) {
  const photo = photoAddress(id);
  return photo ? { backgroundImage: `url("${photo}")` } : undefined;
}

function PhotoChoice() {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const [{ background }, change] = useAppearance();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const keep = async (file: File | null) => {
    if (!file) return;
    if (file.size > photoFileAtMost) return setFault(say('settings.background.tooLarge'));
    setFault(undefined);
    setBusy(true);
    try {
      const sent = await upload(await shrinkPhoto(file), () => {}, new AbortController().signal);
      await call('files.keepPhoto', { fileId: sent.id });
      change({ background: `photo.${sent.id}` });
      await client.invalidateQueries({ queryKey: ['files'] });
    } catch (error) {
      const isAnswer = error instanceof RefusedError || error instanceof UnreachedError;
      setFault(isAnswer ? refusalText(words, error) : say('settings.background.noPicture'));
    } finally {
      setBusy(false);
    }
  };
  const isChosen = photoAddress(background) !== undefined;
  const kept = useAsk('files.photo', {}).data?.id;
  const photo = isChosen ? background : kept ? `photo.${kept}` : null;
  return (
    <>
      {photo && (
        <Swatch
          id={photo}
          label={say('settings.background.photo')}
          chosen={isChosen}
          onChoose={() => change({ background: photo })}
        />
      )}
      <FileButton accept="image/jpeg,image/png,image/webp" onChange={keep} disabled={busy}>
        {(button) => (
          <button type="button" className={styles.swatch} aria-busy={busy} {...button}>
            <span className={styles.sample}>
              <IconPhotoPlus size={20} stroke={1.5} aria-hidden />
            </span>
            <span className={styles.name}>
              {say(photo ? 'settings.background.another' : 'settings.background.choose')}
            </span>
          </button>
        )}
      </FileButton>
      <p className={styles.note} data-fault={fault ? true : undefined} role={fault ? 'alert' : undefined}>
        {fault ?? say('settings.background.photoText')}
      </p>
    </>
  );
}
