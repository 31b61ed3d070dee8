package org.nasworkbench.figures.report;

/** The places on the page that its scripts fill. */
final class Charts {
    private Charts() {}

    /** A chart of this name. */
    static void chart(Html html, String name, String said) {
        html.open("div", "class", "chart", "id", "chart-" + name, "role", "img", "aria-label", said)
                .close();
    }

    /** All trials, to brush and to pick from. */
    static void trials(Html html) {
        html.element("h2", "Trials", "id", "trials");
        html.element(
                "p",
                "Drag over the chart, or write bounds, to list the trials there; pick one, in the chart or with the arrow keys in the"
                        + " list, to see its network, its training and what it confuses. Stairs are the best of each strategy.",
                "class",
                "note needs-script");
        html.open("form", "id", "trial-bounds", "class", "controls").close();
        chart(html, "trials", "every trial by latency and score");
        html.open("div", "class", "explorer");
        html.open("div", "id", "trial-list").close();
        html.open("div", "id", "trial-detail", "aria-live", "polite").close();
        html.close();
    }

    /** What searches would cost at other prices. */
    static void price(Html html) {
        html.element("h2", "What would it cost?", "id", "price");
        html.element(
                "p",
                "The sliders move what is projected and nothing else. They begin with the assumptions of the article that started this:"
                        + " 1,000 trainings of one GPU-day at $70 each are $70,000, a supernet as 10 trainings is $700.",
                "class",
                "note needs-script");
        html.open("form", "id", "price-controls", "class", "controls").close();
        html.open("div", "class", "wide", "id", "price-table").close();
    }

    /** Said to readers without scripts. */
    static void without(Html html) {
        html.open("noscript")
                .element(
                        "p",
                        "Charts need scripts; all numbers are in the tables, and the figures are further down.",
                        "class",
                        "note")
                .close();
    }
}
