'use strict';
/* The charts, as Vega-Lite's specifications. */
const charts = {
  config() {
    const ink = page.dark.matches ? '#e8e8ea' : '#1d1d1f';
    const rule = page.dark.matches ? '#3c4046' : '#d8dadd';
    return {
      background: null, font: 'system-ui, sans-serif', view: {stroke: rule},
      axis: {labelColor: ink, titleColor: ink, gridColor: rule, gridOpacity: 0.5, domainColor: rule, tickColor: rule,
        labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal'},
      legend: {labelColor: ink, titleColor: ink, labelFontSize: 12, orient: 'bottom', columns: 4, labelLimit: 260, symbolStrokeWidth: 2},
      header: {labelColor: ink, titleColor: ink}, title: {color: ink}, text: {color: ink}
    };
  },

  async draw(name, spec, renderer) {
    const place = document.getElementById('chart-' + name);
    if (!place || spec === null) return null;
    const result = await vegaEmbed(place, {$schema: 'https://vega.github.io/schema/vega-lite/v6.json', width: 'container',
      autosize: {type: 'fit-x', contains: 'padding'}, ...spec},
      {ast: true, actions: false, renderer: renderer || 'svg', config: charts.config()});
    page.drawn++;
    return result.view;
  },

  /* Every run a dot, the mean a diamond, the interval a bar. */
  strategies() {
    const known = page.data.strategies.filter(s => s.values.length > 0);
    if (known.length === 0) return null;
    const y = {field: 'strategy', type: 'nominal', sort: null, title: null, axis: {labelLimit: 220}};
    const title = page.data.measure + ', mean with Student’s 95 % interval';
    const scale = {zero: false}, axis = {tickCount: 8, labelOverlap: true};
    const judged = known.filter(s => s.low !== undefined);
    const layer = [
      {data: {values: known.flatMap(s => s.values.map(value => ({strategy: s.name, value})))},
        mark: {type: 'circle', opacity: 0.45, size: 30},
        encoding: {x: {field: 'value', type: 'quantitative', scale, axis, title}}},
      {data: {values: known.map(s => ({strategy: s.name, mean: s.mean, runs: s.values.length}))},
        mark: {type: 'point', shape: 'diamond', filled: true, size: 110, opacity: 1},
        encoding: {x: {field: 'mean', type: 'quantitative', scale, axis},
          tooltip: [{field: 'strategy'}, {field: 'mean', format: '.4f'}, {field: 'runs'}]}}
    ];
    if (judged.length > 0) {
      layer.push({data: {values: judged.map(s => ({strategy: s.name, low: s.low, high: s.high}))},
        mark: {type: 'rule', strokeWidth: 2.5},
        encoding: {x: {field: 'low', type: 'quantitative', scale, axis}, x2: {field: 'high'}}});
    }
    return {height: 28 * known.length, layer, encoding: {y, color: {field: 'strategy', scale: page.colorScale(), legend: null}}};
  },

  best() {
    const searches = page.data.best.searches;
    const rows = searches.flatMap(s => s.spent.map((spent, i) => ({strategy: page.data.strategies[s.strategy].name,
      spent, centre: s.centre[i], low: s.low[i], high: s.high[i]})));
    if (rows.length === 0) return null;
    const x = {field: 'spent', type: 'quantitative', title: page.data.best.axis};
    const color = {field: 'strategy', type: 'nominal', title: null, scale: page.colorScale()};
    return {
      height: 300, data: {values: rows}, encoding: {x, color},
      layer: [
        {mark: {type: 'area', interpolate: 'step-after', opacity: 0.18},
          encoding: {y: {field: 'low', type: 'quantitative', scale: {zero: false}, title: 'best objective so far, mean and band'},
            y2: {field: 'high'}}},
        {mark: {type: 'line', interpolate: 'step-after', strokeWidth: 2},
          encoding: {y: {field: 'centre', type: 'quantitative', scale: {zero: false}},
            strokeDash: {field: 'strategy', type: 'nominal', title: null, scale: {domain: page.colorScale().domain}},
            tooltip: [{field: 'strategy'}, {field: 'spent'}, {field: 'centre', format: '.4f'}]}}
      ]
    };
  },

  ledger() {
    if (page.data.ledger.length === 0) return null;
    return {
      height: 26 * new Set(page.data.ledger.map(row => row.strategy)).size, data: {values: page.data.ledger},
      mark: 'bar',
      encoding: {
        y: {field: 'strategy', type: 'nominal', sort: null, title: null, axis: {labelLimit: 220}},
        x: {field: 'seconds', type: 'quantitative', title: 'measured device-seconds, all runs'},
        color: {field: 'category', type: 'nominal', title: null, scale: {scheme: 'tableau10'}},
        tooltip: [{field: 'strategy'}, {field: 'category'}, {field: 'seconds', format: ',.1f'}]
      }
    };
  },

  /* Every trial; the brush lists them, a click picks one. Without latencies the order stands for the place. */
  trials(bounds, picked) {
    const rows = page.trials.filter(t => t.score !== null && t.epochs >= page.data.trials.fullEpochs);
    if (rows.length === 0) return null;
    const across = page.timed ? 'latency' : 'number';
    const x = {field: across, type: 'quantitative', scale: {zero: false, nice: false, padding: 8}, axis: {tickCount: 10, labelOverlap: true},
      title: page.timed ? page.data.latency + ' (ms)' : 'number of the trial in its run'};
    const y = {field: 'score', type: 'quantitative', scale: {zero: false}, title: page.data.score};
    const color = {field: 'strategy', type: 'nominal', title: null, scale: page.colorScale()};
    const brush = {name: 'brush', select: {type: 'interval', encodings: ['x', 'y']}};
    if (bounds) brush.value = {x: [bounds.x[0], bounds.x[1]], y: [bounds.y[0], bounds.y[1]]};
    // of thousands of points every property costs: they have one shape, and tell what they are when they are picked (the list tells it to
    // screen readers)
    const many = rows.length > 2000;
    const few = many ? {} : {shape: {field: 'strategy', type: 'nominal', title: null, scale: {domain: color.scale.domain}},
      tooltip: [{field: 'strategy'}, {field: 'seed'}, {field: 'number'}, {field: 'score', format: '.4f'}, {field: 'latency', format: '.3f'}]};
    const layer = [
      {data: {values: rows}, params: [brush], mark: {type: 'point', filled: true, aria: !many, size: many ? 12 : 32,
        opacity: page.dark.matches ? 0.8 : 0.55}, encoding: {x, y, color, ...few}},
      {data: {name: 'picked', values: [rows.includes(picked) ? picked : rows[0]]}, mark: {type: 'point', shape: 'circle', size: 260, strokeWidth: 2.5, filled: false,
        color: page.dark.matches ? '#ffffff' : '#000000', opacity: 1}, encoding: {x, y}}
    ];
    if (page.timed) {
      layer.push({data: {values: charts.stairs(rows)}, mark: {type: 'line', interpolate: 'step-after', strokeWidth: 1.8},
        encoding: {x, y, color}});
      if (page.data.target !== null) {
        layer.push({data: {values: [{latency: page.data.target}]},
          mark: {type: 'rule', strokeDash: [4, 3], color: page.dark.matches ? '#a2a7ad' : '#5f6368'}, encoding: {x}});
      }
    }
    return {height: 380, layer};
  },

  /* What each strategy reaches in all its runs together: of trials by latency those that score more than any faster one. */
  stairs(rows) {
    const stairs = [];
    for (const strategy of page.data.strategies) {
      let best = -Infinity;
      rows.filter(t => t.strategy === strategy.name && t.latency !== null)
        .sort((a, b) => a.latency - b.latency || b.score - a.score)
        .forEach(t => {
          if (t.score > best) {
            best = t.score;
            stairs.push({strategy: t.strategy, latency: t.latency, score: t.score});
          }
        });
    }
    return stairs;
  }
};
