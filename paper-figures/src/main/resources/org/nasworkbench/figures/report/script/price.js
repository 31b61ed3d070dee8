'use strict';
/* Prices: sliders that move what is projected. What was measured stands beside it and does not move. */
const price = {
  /* Sliders are logarithmic; the number beside each can be written. */
  sliders: [
    {name: 'dollars', label: 'dollars a GPU-day', least: 1, most: 1000},
    {name: 'gpuDays', label: 'GPU-days a training', least: 0.001, most: 100},
    {name: 'trainings', label: 'trainings of a search', least: 1, most: 100000}
  ],
  values: null,

  show() {
    const start = page.data.projection;
    price.values = price.values || {dollars: start.dollars, gpuDays: start.gpuDays, trainings: start.trainings};
    const form = document.getElementById('price-controls');
    form.onsubmit = event => event.preventDefault();
    form.replaceChildren(...price.sliders.map(price.slider), page.make('button', {type: 'button', onclick: () => {
      price.values = null;
      price.show();
    }}, 'as in the article'));
    price.table();
  },

  slider({name, label, least, most}) {
    const number = page.make('input', {type: 'number', min: String(least), max: String(most), step: 'any', name,
      value: String(price.values[name]), 'aria-label': label});
    const range = page.make('input', {type: 'range', min: String(Math.log10(least)), max: String(Math.log10(most)), step: '0.01',
      value: String(Math.log10(price.values[name])), name: name + '-slider', 'aria-label': label});
    const set = value => {
      price.values[name] = value;
      price.table();
    };
    range.oninput = () => {
      const value = +(10 ** +range.value).toPrecision(2);
      number.value = String(value);
      set(value);
    };
    number.oninput = () => {
      if (number.value !== '' && number.checkValidity()) {
        range.value = String(Math.log10(+number.value));
        set(+number.value);
      }
    };
    return page.make('label', {}, label + ' ', range, number);
  },

  money(dollars) {
    return '$' + dollars.toLocaleString('en-US', {maximumFractionDigits: dollars < 100 ? 2 : 0});
  },

  days(days) {
    return days.toLocaleString('en-US', {maximumFractionDigits: days < 100 ? 2 : 0});
  },

  table() {
    const {dollars, gpuDays, trainings} = price.values, known = page.data.projection;
    const rows = [
      ['each network trained by itself', '–', trainings],
      [`a supernet, as ${known.supernetTrainings} trainings`, '–', known.supernetTrainings],
      ...known.strategies.map(s => [s.name + ' in this study', page.seconds(s.seconds) + ' a run',
        s.trainings + (s.shared ? known.supernetTrainings : 0)])
    ];
    const cell = (text, kind) => page.make('td', {class: 'number ' + kind}, text);
    const head = ['search', known.simulated ? 'simulated search time' : 'measured search time', 'trainings', 'projected GPU-days', 'projected cost'];
    const table = page.make('table', {},
      page.make('thead', {}, page.make('tr', {}, ...head.map((h, i) => page.make('th', i === 0 ? {} : {class: 'number'}, h)))),
      page.make('tbody', {}, ...rows.map(([name, measured, count], i) => page.make('tr', {}, page.make('td', {}, name),
        cell(measured, 'measured'), cell(price.days(count), i < 2 ? 'projected' : 'measured'),
        cell(price.days(count * gpuDays), 'projected'), cell(price.money(count * gpuDays * dollars), 'projected')))));
    document.getElementById('price-table').replaceChildren(table,
      page.make('p', {class: 'note'}, `Starting assumptions: ${known.source}. Trainings of this study are means over runs.`));
  }
};
