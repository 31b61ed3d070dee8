package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML 1.2 scalar as JSON. {@code no} is text, and so is what JSON has no number for: infinities, not-a-number, and {@code
 * 012}, which is twelve for some programs and ten for others. {@code 3.0} is the whole number that it is in JSON schema.
 */
final class YamlScalar {
    private static final double LARGEST_EXACT = 0x1p53;

    /** What has more takes long to read, and is wrong wherever it stands. */
    private static final int MOST_DIGITS = 100;

    private YamlScalar() {}

    static JsonNode json(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return NullNode.instance;
            }
            if (tag.equals(Tag.BOOL) && text.matches("(?i)true|false")) {
                return BooleanNode.valueOf(Boolean.parseBoolean(text));
            }
            if (tag.equals(Tag.INT) && text.length() <= MOST_DIGITS && !text.matches("[-+]?0[0-9]+")) {
                return whole(text);
            }
            if (tag.equals(Tag.FLOAT) && Double.isFinite(Double.parseDouble(text))) {
                double value = Double.parseDouble(text);
                boolean whole = Math.rint(value) == value && Math.abs(value) <= LARGEST_EXACT;
                return whole ? whole(Long.toString((long) value)) : DoubleNode.valueOf(value);
            }
        } catch (NumberFormatException e) {
            // .inf and .nan, or a number by its tag alone: text, and the schema says what should be there
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode whole(String text) {
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
        BigInteger value = new BigInteger(radix == 10 ? text : text.substring(2), radix);
        if (value.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
