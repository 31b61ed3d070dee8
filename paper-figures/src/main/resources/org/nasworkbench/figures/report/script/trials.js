'use strict';
/* From the chart to a trial: the brush or four bounds list trials, the list or a click picks one. */
const trials = {
  MOST: 12,
  bounds: null,
  picked: null,
  view: null,

  key(trial) {
    return `${trial.strategy}/${trial.seed}/${trial.number}`;
  },

  async show() {
    const scored = page.trials.filter(t => t.score !== null);
    const best = of => of.reduce((a, b) => a && a.score >= b.score ? a : b, undefined);
    const pick = scored.find(t => trials.key(t) === trials.picked) || best(scored.filter(t => t.chosen)) || best(scored);
    trials.picked = pick ? trials.key(pick) : null;
    trials.form();
    await trials.draw();
    trials.list();
    if (pick) detail.show(pick);
  },

  async draw() {
    const pick = page.trials.find(t => trials.key(t) === trials.picked);
    const many = page.trials.length > 2000;
    trials.view = await charts.draw('trials', charts.trials(trials.bounds, pick), many ? 'canvas' : 'svg');
    if (!trials.view) return;
    trials.view.addSignalListener('brush', (name, value) => trials.brushed(value));
    trials.view.addEventListener('click', (event, item) => {
      if (item && item.datum && item.datum.id !== undefined) trials.pick(page.trials[item.datum.id]);
    });
  },

  across(trial) {
    return page.timed ? trial.latency : trial.number;
  },

  brushed(value) {
    const x = value[page.timed ? 'latency' : 'number'], y = value.score;
    trials.bounds = x && y ? {x: [Math.min(...x), Math.max(...x)], y: [Math.min(...y), Math.max(...y)]} : null;
    trials.form();
    trials.list();
  },

  /* The same as the brush, for the keyboard. */
  form() {
    const form = document.getElementById('trial-bounds');
    if (document.activeElement && form.contains(document.activeElement)) return;
    const field = (label, axis, end, step) => {
      const input = page.make('input', {type: 'number', step, name: axis + end,
        value: trials.bounds ? String(+trials.bounds[axis][end].toPrecision(5)) : ''});
      return page.make('label', {}, label + ' ', input);
    };
    const unit = page.timed ? ' (ms)' : '';
    const what = page.timed ? 'latency' : 'number';
    form.replaceChildren(
      field(what + ' from', 'x', 0, 'any'), field('to', 'x', 1, 'any'), unit,
      field('score from', 'y', 0, 'any'), field('to', 'y', 1, 'any'),
      page.make('button', {type: 'submit'}, 'list'), page.make('button', {type: 'reset'}, 'all'));
    form.onsubmit = event => {
      event.preventDefault();
      const read = (name, otherwise) => form.elements[name].value === '' ? otherwise : +form.elements[name].value;
      const scored = page.trials.filter(t => t.score !== null && trials.across(t) !== null);
      const range = of => scored.reduce((r, t) => [Math.min(r[0], of(t)), Math.max(r[1], of(t))], [Infinity, -Infinity]);
      const x = range(trials.across), y = range(t => t.score);
      trials.set({x: [read('x0', x[0]), read('x1', x[1])], y: [read('y0', y[0]), read('y1', y[1])]});
    };
    form.onreset = () => trials.set(null);
  },

  async set(bounds) {
    trials.bounds = bounds;
    document.activeElement.blur();
    trials.form();
    await trials.draw();
    trials.list();
  },

  inBounds(trial) {
    const b = trials.bounds, x = trials.across(trial);
    return b === null ? trial.front || trial.chosen : x >= b.x[0] && x <= b.x[1] && trial.score >= b.y[0] && trial.score <= b.y[1];
  },

  list() {
    const place = document.getElementById('trial-list');
    const found = page.trials.filter(t => t.score !== null && t.epochs >= page.data.trials.fullEpochs && trials.inBounds(t))
      .sort((a, b) => b.score - a.score);
    const shown = found.slice(0, trials.MOST);
    const list = page.make('ol', {role: 'listbox', 'aria-label': 'trials', tabindex: '0'});
    for (const trial of shown) {
      const item = page.make('li', {role: 'option', 'data-trial': trials.key(trial), id: 'trial-' + trial.id},
        page.make('span', {class: 'dot', style: 'background:' + page.color(trial.place)}),
        `${page.fixed(trial.score, 4)} · ${page.fixed(trial.latency, 2)} ms · ${trial.strategy} seed ${trial.seed} #${trial.number}`
          + (trial.chosen ? ' · chosen' : ''));
      item.onclick = () => trials.pick(trial);
      list.append(item);
    }
    list.onkeydown = event => {
      const step = {ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity}[event.key];
      if (step === undefined || shown.length === 0) return;
      event.preventDefault();
      const at = shown.findIndex(t => trials.key(t) === trials.picked);
      trials.pick(shown[Math.max(0, Math.min(shown.length - 1, at + step))]);
    };
    const what = trials.bounds === null ? 'on the fronts of runs, or chosen' : 'within the bounds';
    const left = page.data.trials.leftOut;
    place.replaceChildren(page.make('p', {class: 'note'}, `${found.length} trials ${what}`
      + (found.length > shown.length ? `; the best ${shown.length}` : '') + (left > 0 ? ` (${left} trials are in trials.csv alone)` : '')), list);
    trials.select();
  },

  select() {
    const list = document.querySelector('#trial-list ol');
    for (const item of list.children) {
      const selected = item.dataset.trial === trials.picked;
      item.setAttribute('aria-selected', String(selected));
      if (selected) {
        list.setAttribute('aria-activedescendant', item.id);
        const above = item.offsetTop - list.offsetTop;
        list.scrollTop = Math.max(above + item.offsetHeight - list.clientHeight, Math.min(list.scrollTop, above)); // the page stays where it is
      }
    }
  },

  pick(trial) {
    trials.picked = trials.key(trial);
    trials.select();
    detail.show(trial);
    if (trials.view) trials.view.change('picked', vega.changeset().remove(() => true).insert([trial])).runAsync();
  }
};

/* One trial. */
const detail = {
  trial: null,

  again() {
    if (detail.trial) detail.show(detail.trial);
  },

  show(trial) {
    const place = document.getElementById('trial-detail');
    const row = (name, value) => [page.make('dt', {}, name), page.make('dd', {}, value)];
    place.replaceChildren(
      page.make('h3', {}, `${trial.strategy}, seed ${trial.seed}, trial ${trial.number}`),
      page.make('dl', {},
        ...row(page.data.score, page.fixed(trial.score, 4)),
        ...(trial.latency === null ? [] : row(page.data.latency, page.fixed(trial.latency, 3) + ' ms')),
        ...row('objective', page.fixed(trial.value, 4)),
        ...row('paid', page.seconds(trial.seconds) + `, ${trial.epochs} epochs`),
        ...row('genotype', trial.genotype)),
      network.draw(trial.genotype));
    detail.trial = trial;
    const series = page.series(trial);
    const losses = series.find(s => s.name === 'train_loss');
    const confusion = series.find(s => s.name === 'val_confusion');
    if (losses) place.append(page.make('h4', {}, 'Training loss by epoch'), detail.curve(losses.numbers));
    if (confusion) place.append(page.make('h4', {}, 'Validation pixels: true class by predicted class'), detail.confusion(confusion.numbers));
    if (!losses && !confusion) place.append(page.make('p', {class: 'note'}, 'Its training was not recorded here.'));
  },

  curve(losses) {
    const width = 320, height = 90, left = 44, high = Math.max(...losses), low = Math.min(...losses);
    const x = i => left + (losses.length === 1 ? 0 : i * (width - left - 6) / (losses.length - 1));
    const y = loss => 8 + (high === low ? 0.5 : (high - loss) / (high - low)) * (height - 30);
    const drawing = page.svg('svg', {class: 'curve', viewBox: `0 0 ${width} ${height}`, role: 'img',
      'aria-label': 'training loss by epoch: ' + losses.map(l => l.toPrecision(3)).join(', ')});
    drawing.append(page.svg('polyline', {points: losses.map((l, i) => `${x(i)},${y(l)}`).join(' ')}));
    losses.forEach((l, i) => drawing.append(page.svg('circle', {cx: x(i), cy: y(l), r: 2.5}, page.svg('title', {}, `epoch ${i + 1}: ${l}`))));
    drawing.append(page.svg('text', {x: left - 6, y: y(high) + 4, class: 'end'}, high.toPrecision(3)));
    if (high > low) drawing.append(page.svg('text', {x: left - 6, y: y(low) + 4, class: 'end'}, low.toPrecision(3)));
    drawing.append(page.svg('text', {x: left, y: height - 4}, 'epoch 1'), page.svg('text', {x: width - 6, y: height - 4, class: 'end'}, String(losses.length)));
    return drawing;
  },

  /* Shares of each true class; the last column is its intersection over union. */
  confusion(counts) {
    const n = Math.round(Math.sqrt(counts.length));
    const name = i => page.data.classes[i] || 'class ' + i;
    const table = page.make('table', {class: 'confusion'});
    table.append(page.make('tr', {}, page.make('th', {}, 'true'), ...Array.from({length: n}, (_, c) => page.make('th', {}, name(c))), page.make('th', {}, 'IoU')));
    for (let t = 0; t < n; t++) {
      const row = counts.slice(t * n, (t + 1) * n), sum = row.reduce((a, b) => a + b, 0);
      const predicted = Array.from({length: n}, (_, i) => counts[i * n + t]).reduce((a, b) => a + b, 0);
      const cells = row.map((count, c) => {
        const share = sum === 0 ? 0 : count / sum;
        return page.make('td', {title: `${name(t)} predicted as ${name(c)}: ${count} pixels`,
          style: `background: color-mix(in srgb, ${c === t ? '#0072b2' : '#d55e00'} ${Math.round(85 * Math.sqrt(share))}%, transparent)`},
        sum === 0 ? '' : Math.round(100 * share) === 0 ? '·' : String(Math.round(100 * share)));
      });
      table.append(page.make('tr', {}, page.make('th', {}, name(t)), ...cells,
        page.make('td', {class: 'iou'}, sum === 0 ? '–' : page.fixed(row[t] / (sum + predicted - row[t]), 2))));
    }
    return page.make('div', {class: 'wide'}, table, page.make('p', {class: 'note'}, 'Percent of each true class’s pixels.'));
  }
};
