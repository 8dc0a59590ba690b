package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A categorical column: one code a row, codes in the order of their names. */
final class Labels {

  private final int[] codes;
  private final List<String> names;

  private Labels(int[] codes, List<String> names) {
    this.codes = codes;
    this.names = List.copyOf(names);
  }

  /** One category for all rows. */
  static Labels none(int rows) {
    return new Labels(new int[rows], List.of("all"));
  }

  /** Categories by rising number. */
  static Labels ofNumbers(double[] values) {
    double[] distinct = distinct(values);
    int[] codes = codesOf(values);
    return new Labels(codes, Arrays.stream(distinct).mapToObj(Numbers::plain).toList());
  }

  private static double[] distinct(double[] values) {
    // Adding zero turns -0.0 into 0.0.
    return Arrays.stream(values).map(value -> value + 0.0).sorted().distinct().toArray();
  }

  /** Each number's place among the distinct numbers, from 0. */
  static int[] codesOf(double[] values) {
    double[] distinct = distinct(values);
    return Arrays.stream(values)
        .mapToInt(value -> Arrays.binarySearch(distinct, value + 0.0))
        .toArray();
  }

  /** Each number's place among the distinct numbers, from 0. */
  static int[] codesOf(int[] values) {
    return codesOf(Arrays.stream(values).asDoubleStream().toArray());
  }

  /** Categories in alphabetical order. */
  static Labels ofTexts(List<String> values) {
    List<String> distinct = values.stream().sorted().distinct().toList();
    int[] codes =
        values.stream().mapToInt(value -> Collections.binarySearch(distinct, value)).toArray();
    return new Labels(codes, distinct);
  }

  /** One category for each pair of categories. */
  Labels cross(Labels other) {
    List<String> crossed = new ArrayList<>();
    for (String name : names) {
      other.names.forEach(second -> crossed.add(name + ", " + second));
    }
    int[] pairs = new int[codes.length];
    Arrays.setAll(pairs, row -> codes[row] * other.names.size() + other.codes[row]);
    return new Labels(pairs, crossed);
  }

  int[] codes() {
    return codes.clone();
  }

  int code(int row) {
    return codes[row];
  }

  List<String> names() {
    return names;
  }

  /** How many rows a category has. */
  int count(int category) {
    return (int) Arrays.stream(codes).filter(code -> code == category).count();
  }
}
