package magicbench.harness.pretrained;

import java.util.Arrays;
import java.util.List;
import magicbench.results.file.InputException;

/**
 * One array of published weights.
 *
 * <p>A matrix of a linear map is (outputs, inputs), as in our own network, whatever its file says.
 */
final class PublishedTensor {

  private final String where;
  private final List<Integer> shape;
  private final float[] values;

  /**
   * An array.
   *
   * @param where the file and the array's name in it, for messages
   * @param shape one or two sizes
   * @param values row by row; not copied, not to be changed by anyone
   * @throws InputException when it has other sizes than values, or more than two sizes
   */
  PublishedTensor(String where, List<Integer> shape, float[] values) {
    this.where = where;
    this.shape = List.copyOf(shape);
    this.values = values;
    if (size(shape) != values.length) {
      throw fault("has the sizes " + shape + " and " + values.length + " values");
    }
  }

  /**
   * How many values an array of these sizes has.
   *
   * @param shape one or two sizes
   * @return at least 1; -1 where there are more or fewer sizes, or one is below 1
   */
  static long size(List<Integer> shape) {
    boolean right = shape.size() == 1 || shape.size() == 2;
    return right && shape.stream().allMatch(size -> size >= 1)
        ? shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b)
        : -1;
  }

  /** One or two sizes. */
  List<Integer> shape() {
    return shape;
  }

  /**
   * Its values.
   *
   * @param size how many there must be
   * @return row by row; not to be changed
   * @throws InputException when there are others
   */
  float[] values(long size) {
    if (values.length != size) {
      throw fault("has " + values.length + " values, not " + size);
    }
    return values;
  }

  /**
   * The first rows.
   *
   * @param rows how many; no more than it has
   * @return a matrix of them
   * @throws InputException when it has fewer, or is no matrix
   */
  PublishedTensor firstRows(int rows) {
    if (shape.size() != 2 || shape.get(0) < rows) {
      throw fault("has the sizes " + shape + ", not " + rows + " rows");
    }
    int columns = shape.get(1);
    return new PublishedTensor(
        where, List.of(rows, columns), Arrays.copyOf(values, rows * columns));
  }

  /**
   * The same matrix, its rows as columns.
   *
   * @return a new matrix
   * @throws InputException when it is no matrix
   */
  PublishedTensor transposed() {
    if (shape.size() != 2) {
      throw fault("has the sizes " + shape + "; it should be a matrix");
    }
    int rows = shape.get(0);
    int columns = shape.get(1);
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return new PublishedTensor(where, List.of(columns, rows), turned);
  }

  private InputException fault(String what) {
    return new InputException(where, what, "use the published file");
  }
}
