'use strict';
/* A network of a chain space drawn block by block, as in the figure: height for expansion, colour for kernel and dilation, dashes for groups,
   a line for a skipped block. */
const network = {
  colors: {3: '#9ad2f2', 5: '#f0c566', dilated: '#66c5ab', other: '#cccccc'},

  /* The blocks of a genotype such as "k3d2_e3 k5_e6 | skip k3_e1_g2", stage by stage; null for a genotype of another form. */
  blocks(genotype) {
    const stages = genotype.split('|').map(stage => stage.trim().split(/\s+/).filter(token => token));
    const known = /^(?:skip|k(\d+)(d\d+)?_e(\d+)(_g\d+)?)$/;
    if (stages.flat().length === 0 || !stages.flat().every(token => known.test(token))) return null;
    return stages.map(stage => stage.map(token => {
      const [, kernel, dilation, expansion, groups] = known.exec(token);
      return kernel === undefined ? {skip: true, token}
        : {token, kernel: +kernel, dilation: dilation ? +dilation.slice(1) : 1, expansion: +expansion, groups: groups ? +groups.slice(2) : 1};
    }));
  },

  draw(genotype) {
    const stages = network.blocks(genotype);
    if (stages === null) return page.make('p', {class: 'genotype'}, genotype);
    const width = 46, height = 96, most = Math.max(1, ...stages.flat().map(block => block.expansion || 0));
    let x = 4;
    const drawing = page.svg('svg', {class: 'network', role: 'img', 'aria-label': 'network ' + genotype});
    stages.forEach((stage, number) => {
      const from = x;
      for (const block of stage) {
        drawing.append(block.skip ? network.skip(x, width, height) : network.block(block, x, width, height, most));
        x += width;
      }
      drawing.append(page.svg('text', {x: (from + x) / 2, y: height + 41, class: 'stage'}, 'stage ' + (number + 1)));
      x += 10;
    });
    drawing.setAttribute('viewBox', `0 0 ${x} ${height + 47}`);
    drawing.style.maxWidth = x + 'px';
    return drawing;
  },

  skip(x, width, height) {
    return page.svg('g', {}, page.svg('title', {}, 'skipped'),
      page.svg('line', {x1: x, x2: x + width - 6, y1: height - 2, y2: height - 2, class: 'skipped'}),
      page.svg('text', {x: x + (width - 6) / 2, y: height + 14, class: 'small'}, 'skip'));
  },

  block(block, x, width, height, most) {
    const tall = 14 + (height - 18) * block.expansion / most;
    const group = page.svg('g', {}, page.svg('title', {},
      `kernel ${block.kernel} × ${block.kernel}, expansion ${block.expansion}` + (block.dilation > 1 ? `, dilation ${block.dilation}` : '')
        + (block.groups > 1 ? `, ${block.groups} groups` : '')));
    group.append(page.svg('rect', {x, y: height - tall, width: width - 6, height: tall, rx: 3, 
      fill: block.dilation > 1 ? network.colors.dilated : network.colors[block.kernel] || network.colors.other,
      class: block.groups > 1 ? 'grouped' : ''}));
    group.append(page.svg('text', {x: x + (width - 6) / 2, y: height - tall + 12, class: 'inside'},
      `${block.kernel}×${block.kernel}`));
    group.append(page.svg('text', {x: x + (width - 6) / 2, y: height + 14, class: 'small'},
      'e' + block.expansion));
    const rare = [block.dilation > 1 ? 'd' + block.dilation : '', block.groups > 1 ? 'g' + block.groups : ''].join(' ').trim();
    if (rare) group.append(page.svg('text', {x: x + (width - 6) / 2, y: height + 25, class: 'small'}, rare));
    return group;
  }
};
