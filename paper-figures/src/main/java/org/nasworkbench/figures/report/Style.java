package org.nasworkbench.figures.report;

/** The report's style sheet. It holds no quotation marks, ampersands or angle brackets, so that it is the same in HTML and XML. */
final class Style {
    static final String SHEET = """

            :root { color-scheme: light dark; --ink: #1d1d1f; --quiet: #5f6368; --rule: #d8dadd; --back: #ffffff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8e8ea; --quiet: #a2a7ad; --rule: #3c4046; --back: #17191c; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--back); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
            main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; }
            .note, figcaption, dt { color: var(--quiet); }
            .note, figcaption { font-size: .875rem; max-width: 46rem; }
            .badge { display: inline-block; border: 1px solid; border-radius: 1rem; padding: 0 .7rem;
              font-size: .8rem; color: #b3541e; }
            @media (prefers-color-scheme: dark) { .badge { color: #f0a070; } }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .8rem 0; }
            dd { margin: 0; overflow-wrap: anywhere; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .875rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); }
            th { font-weight: 600; vertical-align: bottom; }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: pre; }
            .word { white-space: nowrap; }
            .why { min-width: 12rem; overflow-wrap: anywhere; }
            td.genotype { font-family: ui-monospace, monospace; font-size: .78rem; min-width: 16rem; overflow-wrap: anywhere; }
            h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
            .total td { border-top: 2px solid var(--rule); font-weight: 600; }
            figure { margin: 0; }
            .paper { background: #ffffff; padding: .75rem; border: 1px solid var(--rule); border-radius: .4rem; overflow-x: auto; }
            .paper svg { display: block; width: 100%; height: auto; }
            .column .paper { max-width: 36rem; }
            .page .paper svg { min-width: 38rem; }
            figcaption { margin-top: .5rem; }
            .health { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
            .health p { margin: 0; font-size: .875rem; }
            .health svg { display: block; width: 100%; height: 3.2rem; color: var(--quiet); }
            @media print {
              :root { --ink: #000000; --quiet: #444444; --rule: #bbbbbb; --back: #ffffff; }
              :root { font-size: 12px; }
              body { font-size: 9pt; }
              main { max-width: none; padding: 0; }
              h2 { break-after: avoid; }
              figure, tr { break-inside: avoid; }
              .wide, .paper { overflow: visible; }
              .paper { border: 0; padding: 0; }
              .page .paper svg { min-width: 0; }
              .column .paper { max-width: 26rem; }
              th.number { white-space: pre-line; }
              .genotype { min-width: 0; }
            }
            """;

    private Style() {}
}
