'use strict';
/* Draws the page, and draws it again when the study goes on or the colours change. */
const report = {
  async draw() {
    page.drawn = 0;
    document.body.dataset.drawn = 0;
    page.read();
    price.show();
    await Promise.all([
      charts.draw('strategies', charts.strategies()), charts.draw('best', charts.best()), charts.draw('ledger', charts.ledger()),
      trials.show()
    ]);
    for (const place of document.querySelectorAll('.chart')) place.hidden = place.children.length === 0;
    document.documentElement.dataset.scheme = page.dark.matches ? 'dark' : 'light';
    document.body.dataset.drawn = page.drawn;
    document.body.dataset.ready = Math.round(performance.now());
  },

  /* The page of a running study: the server says when there is something new. */
  listen(address) {
    const state = page.make('p', {class: 'live', role: 'status'}, 'live');
    document.body.prepend(state);
    const events = new EventSource(address);
    events.onopen = () => { state.textContent = 'live'; };
    events.onerror = () => { state.textContent = 'no answer from nas serve; trying again'; };
    events.addEventListener('changed', async event => {
      if (event.data === document.body.dataset.mark) return;
      document.body.dataset.mark = event.data;
      const answer = await fetch(address + '/content');
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.querySelector('main').replaceWith(fresh.querySelector('main'));
      if (!document.getElementById('data')) return; // its record is being made anew
      await report.draw();
      document.body.dataset.updates = 1 + Number(document.body.dataset.updates || 0);
    });
  }
};

page.dark.addEventListener('change', () => report.draw());
report.draw();
document.addEventListener('DOMContentLoaded', detail.again); // losses and matrices come last
if (document.body.dataset.events) report.listen(document.body.dataset.events);
