'use strict';
/* What all parts of the page share: its numbers, its colours, and small ways to make elements. */
const page = {
  data: null,
  allSeries: null,
  drawn: 0,

  read() {
    page.data = JSON.parse(document.getElementById('data').textContent);
    const t = page.data.trials;
    page.trials = t.number.map((number, i) => ({
      id: i, number, seed: t.seed[i], strategy: page.data.strategies[t.strategy[i]].name, place: t.strategy[i],
      score: t.score[i], value: t.value[i], latency: t.latency[i], seconds: t.seconds[i], epochs: t.epochs[i],
      front: t.front[i] === 1, chosen: t.chosen[i] === 1, genotype: t.genotype[i], failure: t.failure[i]
    }));
    page.timed = page.trials.some(trial => trial.latency !== null);
    page.allSeries = null;
  },

  /* Losses and matrices of a trial. They stand at the page's end: none before the browser has read so far. */
  series(trial) {
    const block = document.getElementById('series');
    if (document.readyState === 'loading' || !block) return [];
    page.allSeries = page.allSeries || JSON.parse(block.textContent).series;
    return page.allSeries.filter(s => s.seed === trial.seed && s.number === trial.number && s.strategy === trial.place);
  },

  dark: matchMedia('(prefers-color-scheme: dark)'),

  /* Black is no colour on a dark page. */
  color(place) {
    const color = page.data.strategies[place].color;
    return page.dark.matches && color === '#000000' ? '#e8e8ea' : color;
  },

  colorScale() {
    return {domain: page.data.strategies.map(s => s.name), range: page.data.strategies.map((s, i) => page.color(i))};
  },

  fixed(number, digits) {
    return number === null || number === undefined ? '–' : number.toFixed(digits);
  },

  /* An element with properties and children; text stays text. */
  make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name in element && typeof value !== 'string') element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  },

  svg(tag, properties, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(properties || {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
  },

  seconds(value) {
    if (value === null) return '–';
    for (const [size, unit] of [[86400, 'days'], [3600, 'h'], [60, 'min']]) {
      if (value >= 2 * size) return (value / size).toPrecision(3) + ' ' + unit;
    }
    return value.toPrecision(3) + ' s';
  },

  failed(message) {
    document.body.dataset.error = (document.body.dataset.error || '') + message + '\n';
  }
};

addEventListener('error', event => page.failed(event.message));
addEventListener('unhandledrejection', event => page.failed(String(event.reason)));
document.addEventListener('securitypolicyviolation', event => page.failed('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
