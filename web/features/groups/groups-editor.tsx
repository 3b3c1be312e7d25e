// The editor of a tree of groups: all of them, added, renamed, deleted, moved by mouse or keyboard in either mode.
import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconFolderPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type Group, rightsOfTree, type Tree } from '../../../contract/groups.ts';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import type { MoveMode } from '../../kit/tree/group-move.ts';
import { GroupTree } from '../../kit/tree/group-tree.tsx';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useComplain } from '../../platform/deeds.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { UseList, usesIn } from '../../platform/uses.tsx';
import { GroupForm } from './group-form.tsx';
import { allNodes } from './group-nodes.ts';
import styles from './groups.module.css';
import { type Refusal, useGroupDeeds } from './use-group-deeds.ts';

type Form = 'add' | 'rename' | null;

export function GroupsEditor({ tree, onClose }: { tree: Tree; onClose(): void }) {
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('groups');
  const { data } = useAsk('groups.list', {});
  const editor = useEditor(tree, data?.rows ?? []);
  const may = useMayKeep(tree);
  const nodes = useMemo(() => allNodes(data?.rows ?? [], tree), [data, tree]);
  return (
    <CardWindow
      title={say(`groups.title.${tree}`)}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      size={{ width: 520, height: 560 }}
    >
      <div className={styles.editor}>
        <div className={styles.head}>
          <Tools editor={editor} may={may} />
          {editor.form && <NameForm editor={editor} form={editor.form} />}
          {editor.refused && <Refused {...editor.refused} onClose={() => editor.setRefused(null)} />}
          {may.change && <ModeSwitch mode={editor.mode} onChange={editor.setMode} />}
          {may.change && nodes.length > 0 && <p className={styles.hint}>{say('groups.keys')}</p>}
        </div>
        {data ? (
          <GroupTree
            nodes={nodes}
            selected={editor.selected}
            onSelect={editor.select}
            labels={labels.tree}
            mode={editor.mode}
            onMove={may.change ? editor.move : undefined}
            onRename={may.change ? editor.rename : undefined}
            onDelete={may.delete ? editor.remove : undefined}
          />
        ) : (
          <SkeletonRows rows={8} label={say('groups.loading')} />
        )}
        {data && nodes.length === 0 && <p className={styles.hint}>{say('groups.none')}</p>}
      </div>
    </CardWindow>
  );
}

type May = Record<'add' | 'change' | 'delete', boolean>;

/** What the person may do to the groups of the tree. */
function useMayKeep(tree: Tree): May {
  const { rights } = useMe().role;
  const may = (verb: keyof May) =>
    rightsOfTree(tree, verb).every(([kind, each]) => rights[kind][each] !== 'none');
  return { add: may('add'), change: may('change'), delete: may('delete') };
}

/** A colleague has given the group another name while this one was written. */
const stale: Refusal = { code: 'record.stale', params: {}, faults: [], requestId: '' };

type Refused = { group: Group; refusal: Refusal };
type Editor = ReturnType<typeof useEditor>;

/** What is chosen, what is being typed, what was refused, and the deeds on the chosen group. */
function useEditor(tree: Tree, groups: Group[]) {
  const deeds = useGroupDeeds(tree);
  const words = useWords();
  const complain = useComplain();
  const [chosen, setChosen] = useState<number | null>(null);
  const [mode, setMode] = useState<MoveMode>('same');
  const [form, setForm] = useState<Form>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const groupOf = (id: number | null) => groups.find((group) => group.id === id);
  const current = groupOf(chosen);
  const select = (id: number | null) => {
    setChosen(id);
    setRefused(null);
    if (form === 'rename') setForm(null);
  };
  const remove = async (id: number) => {
    const group = groupOf(id);
    if (!group) return;
    setRefused(null);
    const done = await deeds.remove(group, (refusal) => {
      setRefused({ group, refusal });
      return true;
    });
    if (done && id === chosen) select(group.parentId);
  };
  /** Runs a deed of the form; the refusal stands at its field. */
  const typed = async (deed: (onRefused: (refusal: Refusal) => boolean) => Promise<unknown>) => {
    let fault: string | undefined;
    await deed((refusal) => {
      fault = refusalText(words, new RefusedError(422, refusal));
      return true;
    });
    return fault;
  };
  const add = (name: string) => typed((onRefused) => deeds.create(current?.id ?? null, name, onRefused));
  const renameChosen = async (name: string) => {
    if (!current) return undefined;
    const fault = await typed((onRefused) => deeds.rename(current, name, onRefused));
    if (fault === undefined) setForm(null);
    return fault;
  };
  const rename = (id: number, name: string, was: string) => {
    const group = groupOf(id);
    if (group && group.name !== was) complain(new RefusedError(409, stale));
    else if (group) deeds.rename(group, name, () => false);
  };
  const move = async (to: { id: number; targetId: number | null; mode: MoveMode }) => {
    const group = groupOf(to.id);
    return group !== undefined && (await deeds.move(group, to)) !== undefined;
  };
  return {
    ...{ current, selected: current?.id ?? null, select, mode, setMode, form, setForm, refused, setRefused },
    ...{ add, rename, renameChosen, move, remove },
  };
}

function Tools({ editor, may }: { editor: Editor; may: May }) {
  const { say } = useWords();
  const { current } = editor;
  return (
    <div className={styles.tools}>
      {may.add && (
        <Button
          variant="light"
          leftSection={<IconFolderPlus size={16} stroke={1.5} />}
          onClick={() => editor.setForm('add')}
        >
          {say('groups.add')}
        </Button>
      )}
      {may.change && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPencil size={16} stroke={1.5} />}
          disabled={!current}
          onClick={() => editor.setForm('rename')}
        >
          {say('groups.rename')}
        </Button>
      )}
      {may.delete && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} stroke={1.5} />}
          disabled={!current}
          onClick={() => current && editor.remove(current.id)}
        >
          {say('kit.delete')}
        </Button>
      )}
    </div>
  );
}

function NameForm({ editor, form }: { editor: Editor; form: Exclude<Form, null> }) {
  const { say } = useWords();
  const { current } = editor;
  const adding = form === 'add';
  if (!adding && !current) return null;
  const label = current ? say('groups.newInside', { name: current.name }) : say('groups.newAtRoot');
  return (
    <GroupForm
      key={adding ? 'add' : current?.id}
      label={adding ? label : say('tree.rename')}
      first={adding ? '' : (current?.name ?? '')}
      submit={say(adding ? 'kit.add' : 'kit.save')}
      onSubmit={adding ? editor.add : editor.renameChosen}
      onClose={() => editor.setForm(null)}
    />
  );
}

function ModeSwitch({ mode, onChange }: { mode: MoveMode; onChange(mode: MoveMode): void }) {
  const { say } = useWords();
  return (
    <div className={styles.mode}>
      <span id="groups-mode">{say('groups.mode')}</span>
      <SegmentedControl
        aria-labelledby="groups-mode"
        data={[
          { value: 'same', label: say('groups.beside') },
          { value: 'inside', label: say('groups.inside') },
        ]}
        value={mode}
        onChange={(value) => onChange(value as MoveMode)}
      />
    </div>
  );
}

/** Why the group stays, and what stands in it. */
function Refused({ group, refusal, onClose }: Refused & { onClose(): void }) {
  const words = useWords();
  const uses = usesIn(refusal);
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      withCloseButton
      onClose={onClose}
      closeButtonLabel={words.say('kit.close')}
      title={words.say('groups.stays', { name: group.name })}
    >
      {uses.length > 0 ? (
        <>
          {words.say('groups.inUse')} <UseList uses={uses} value={`g${group.id}`} onLeave={onClose} />
        </>
      ) : (
        refusalText(words, new RefusedError(409, refusal))
      )}
    </Alert>
  );
}
