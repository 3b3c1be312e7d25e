/** Tooltips: `<button {...tip('Print · Ctrl+P')}>`; one box for all, shown by `standTips` over a pointer that rests or the focus of the keyboard. */
type Side = 'top' | 'right';

export function tip(text: string | undefined, side: Side = 'top') {
  return { 'data-tip': text, 'data-tip-side': side };
}

/** Milliseconds: before the first, and how long after one the next comes at once. */
const rest = 400;
const warm = 300;
/** Pixels between the tip and its owner, and to the edge of the window. */
const gap = 5;

/** Starts to show the tips of this page. */
export function standTips(page: Document): void {
  const box = page.createElement('div');
  Object.assign(box, { id: 'tip', className: 'tip', role: 'tooltip', popover: 'manual' });
  page.body.append(box);
  let owner: Element | null = null;
  let timer = 0;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const changes = new MutationObserver(() => (owner?.isConnected && textOf(owner) ? write() : hide()));
  const write = () => {
    if (!owner) return;
    const text = textOf(owner);
    if (box.textContent !== text) box.textContent = text;
    place(box, owner);
  };
  const show = () => {
    if (!owner?.isConnected) return;
    box.showPopover();
    write();
    owner.setAttribute('aria-describedby', box.id);
    changes.observe(page.body, { subtree: true, childList: true, attributeFilter: ['data-tip'] });
  };
  const hide = () => {
    clearTimeout(timer);
    changes.disconnect();
    if (!box.matches(':popover-open')) return;
    box.hidePopover();
    hiddenAt = performance.now();
    owner?.removeAttribute('aria-describedby');
  };
  const goTo = (next: Element | null) => {
    if (next === owner) return;
    hide();
    owner = next;
    if (next) timer = window.setTimeout(show, performance.now() - hiddenAt < warm ? 0 : rest);
  };
  const ownerOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('[data-tip]:not([data-tip=""])') : null;
  page.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch') goTo(ownerOf(target));
  });
  page.addEventListener('pointerout', ({ relatedTarget }) => relatedTarget === null && goTo(null));
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('[data-tip]:focus-visible')) goTo(target);
  });
  // Focus that leaves something else takes nothing away from under the pointer.
  page.addEventListener('focusout', ({ target }) => target === owner && goTo(null));
  page.addEventListener('pointerdown', hide, true);
  page.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), true);
  page.addEventListener('scroll', hide, true);
}

const textOf = (owner: Element) => owner.getAttribute('data-tip') ?? '';

/** On its side; on the other one where there is no room. */
function place(box: HTMLElement, owner: Element): void {
  const at = owner.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const within = (value: number, most: number) => Math.max(gap, Math.min(value, most - gap));
  if (owner.getAttribute('data-tip-side') === 'right') {
    const right = at.right + gap;
    box.style.left = `${right + width > innerWidth ? at.left - gap - width : right}px`;
    box.style.top = `${within(at.top + (at.height - height) / 2, innerHeight - height)}px`;
  } else {
    const above = at.top - gap - height;
    box.style.top = `${above < 0 ? at.bottom + gap : above}px`;
    box.style.left = `${within(at.left + (at.width - width) / 2, innerWidth - width)}px`;
  }
}
