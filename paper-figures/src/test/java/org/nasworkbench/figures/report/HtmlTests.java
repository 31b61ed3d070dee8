package org.nasworkbench.figures.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTests {
    @Test
    void textAndAttributesAreEscaped() {
        String html = new Html().element("p", "<b> & 'c'", "title", "\"><i>").toString();
        assertEquals("<p title=\"&quot;&gt;&lt;i&gt;\">&lt;b&gt; &amp; &#39;c&#39;</p>\n", html);
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", Html.escaped("a\u0000b\uD800c\u001B"));
    }

    @Test
    void anElementLeftOpenIsAnError() {
        assertThrows(IllegalStateException.class, () -> new Html().open("p").toString());
    }
}
