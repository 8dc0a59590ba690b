package magicbench.harness.data;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One example of a labelled data set.
 *
 * @param line its line in the file, or its place in the data set, from 1
 * @param first the text, or the first of two
 * @param second the second text of a pair
 * @param target the class's number from 0, or the score; empty in a test set
 */
public record LabelledExample(
    long line, String first, Optional<String> second, OptionalDouble target) {}
