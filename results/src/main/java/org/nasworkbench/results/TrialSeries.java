package org.nasworkbench.results;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of numbers of a trial, such as the loss of each epoch of its training.
 *
 * @param name {@code train_loss} by epoch, or {@code val_confusion}: pixels by true class and, within it, predicted class
 */
public record TrialSeries(RunKey run, int number, String name, List<Double> numbers) {
    public TrialSeries {
        numbers = List.copyOf(numbers);
    }

    /** Numbers as a record keeps them. */
    static String text(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The numbers of such a text. */
    static List<Double> numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }
}
