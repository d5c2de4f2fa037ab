import { api } from './api.js';
import { button, change, confirmed, debounce, el, foreign, newId, toast } from './dom.js';
import { createStubList } from './stub-list.js';
import { listen } from './session.js';

const panel = (title, ...content) => {
  const id = newId('panel');
  return el('section', { class: 'panel', 'aria-labelledby': id }, el('h2', { id }, title), content);
};

/** What the whole emulator does: documented or deployed, upstream, clock, state. */
export function createBehaviorView() {
  const base = el('div', { class: 'segments', role: 'group', 'aria-label': 'Behavior' });
  const divergences = el('ul', { class: 'divergences' });
  const hidden = el('ul', { class: 'divergences' });
  const upstream = el('div', { class: 'row' });

  async function load() {
    try {
      const [behavior, reach, time] = await Promise.all([api.behavior(), api.upstream(), api.clock()]);
      drawBehavior(behavior);
      drawUpstream(reach.state);
      drawClock(time);
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  function drawBehavior(behavior) {
    const focused = document.activeElement?.dataset?.key;
    base.replaceChildren(
      ...['documented', 'deployed'].map(name => {
        const choice = button(
          name === 'documented' ? 'As documented' : 'As deployed',
          () => change(() => api.setBehavior(name).then(load), `The behavior is ${name}.`),
          { 'aria-pressed': String(behavior.base === name) },
        );
        choice.dataset.key = name;
        return choice;
      }),
    );
    divergences.replaceChildren(...behavior.divergences.filter(({ whyNotObservable }) => !whyNotObservable).map(divergenceSwitch));
    hidden.replaceChildren(
      ...behavior.divergences
        .filter(({ whyNotObservable }) => whyNotObservable)
        .map(({ id, deployed, whyNotObservable }) =>
          el(
            'li',
            { class: 'fixed' },
            el('strong', {}, id),
            el('div', {}, el('p', {}, deployed), el('p', { class: 'quiet' }, whyNotObservable)),
          ),
        ),
    );
    if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function divergenceSwitch({ id, documented, deployed, isOn }) {
    const about = newId('divergence');
    const box = el('input', {
      type: 'checkbox',
      role: 'switch',
      id: newId('switch'),
      checked: isOn,
      'aria-describedby': about,
      onchange: () => change(() => api.setDivergence(id, box.checked).then(load), `${id} is ${box.checked ? 'on' : 'off'}.`),
    });
    box.dataset.key = id;
    return el(
      'li',
      { class: isOn ? 'on' : '' },
      box,
      el(
        'div',
        {},
        el('label', { htmlFor: box.id }, el('strong', {}, id), ' ', deployed),
        el('p', { class: 'quiet', id: about }, `Documented: ${documented}`),
      ),
    );
  }

  function drawUpstream(state) {
    const isUp = state === 'up';
    upstream.replaceChildren(
      el('span', { class: `badge ${isUp ? 'good' : 'bad'}` }, isUp ? 'up' : 'down'),
      button(isUp ? 'Take it down' : 'Bring it up', () =>
        change(() => api.setUpstream(isUp ? 'down' : 'up').then(load), `The upstream is ${isUp ? 'down' : 'up'}.`),
      ),
    );
  }

  const time = el('time', {});
  const seconds = el('input', { type: 'number', id: newId('seconds'), min: '0', value: '60', class: 'short' });
  const advance = el(
    'div',
    { class: 'row' },
    el('label', { htmlFor: seconds.id }, 'Seconds'),
    seconds,
    button('Advance', () => change(() => api.advance(Number(seconds.value)).then(load), 'The clock was advanced.')),
  );
  const isSystem = el('p', { class: 'quiet' }, 'This is the clock of the system. Start the emulator with --clock emulated to advance it.');
  const clock = el('div', { class: 'stack' }, time, advance, isSystem);

  function drawClock({ now, isEmulated }) {
    time.dateTime = time.textContent = now;
    advance.hidden = !isEmulated;
    isSystem.hidden = isEmulated;
  }

  async function save() {
    try {
      const url = URL.createObjectURL(new Blob([await api.state()], { type: 'application/json' }));
      el('a', { href: url, download: 'recoup.world.json' }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  const file = el('input', {
    type: 'file',
    accept: '.json,application/json',
    id: newId('state'),
    onchange: async () => {
      const [chosen] = file.files;
      if (chosen && (await change(async () => api.setState(await chosen.text()), 'The state was loaded.')))
        toast(`${chosen.name} was loaded.`);
      file.value = '';
    },
  });

  async function reset() {
    const detail = 'Accounts, connections, stubs, files, journal, behavior and clock return to what they were at the start.';
    if ((await confirmed('Reset the emulator?', detail, 'Reset')) && (await change(api.reset, 'The emulator was reset.')))
      toast('The emulator was reset.');
  }

  const reload = debounce(100, load);
  const ends = [
    listen('changed', ({ what }) => {
      if (['behavior', 'upstream', 'clock', 'state'].some(part => what.includes(part))) reload();
    }),
  ];
  load();
  return {
    title: 'Behavior',
    close: () => ends.forEach(end => end()),
    node: el(
      'div',
      { class: 'page' },
      el('h1', { tabIndex: -1 }, 'Behavior'),
      el(
        'div',
        { class: 'columns wide-left' },
        panel(
          'Documented or deployed',
          el(
            'p',
            { class: 'quiet' },
            'The deployed server differs from its documentation in these points. A switch that is on is as deployed.',
          ),
          base,
          divergences,
          el('details', {}, el('summary', {}, 'Differences that an emulator cannot show'), hidden),
        ),
        el(
          'div',
          { class: 'side' },
          panel('Upstream', el('p', { class: 'quiet' }, 'The platform and the services behind the API, for all accounts.'), upstream),
          panel('Clock', clock),
          panel(
            'State',
            el('p', { class: 'quiet' }, 'Accounts, connections, stubs and files, as a world file.'),
            el(
              'div',
              { class: 'stack' },
              el('div', { class: 'row' }, button('Save to a file', save), button('Reset', reset, { class: 'danger' })),
              el('label', { htmlFor: file.id }, 'Load from a file'),
              file,
            ),
          ),
        ),
      ),
    ),
  };
}

/** All stubs. */
export function createStubsView() {
  const stubs = createStubList();
  return {
    title: 'Stubs',
    close: stubs.close,
    node: el(
      'div',
      { class: 'page narrow' },
      el(
        'div',
        { class: 'row between' },
        el('h1', { tabIndex: -1 }, 'Stubs'),
        button(
          'Remove all',
          async () => {
            if (await confirmed('Remove all stubs?', 'Calls get a sample of their result.', 'Remove'))
              await change(() => api.removeStubs().then(stubs.load), 'All stubs were removed.');
          },
          { class: 'small' },
        ),
      ),
      el(
        'p',
        { class: 'quiet' },
        'If several stubs match a call, the newest one that is not used up answers it. To add one, open an action.',
      ),
      stubs.node,
    ),
  };
}
