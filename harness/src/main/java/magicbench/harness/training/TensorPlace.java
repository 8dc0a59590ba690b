package magicbench.harness.training;

import java.util.Arrays;
import java.util.List;

/**
 * Where one array lies in a safetensors file.
 *
 * @param shape its dimensions
 * @param begin its first byte, counted from the end of the header
 */
record TensorPlace(List<Long> shape, long begin) {

  TensorPlace(long[] shape, long begin) {
    this(Arrays.stream(shape).boxed().toList(), begin);
  }

  TensorPlace {
    shape = List.copyOf(shape);
  }

  /** The number of values; an ArithmeticException where 64 bits don't hold it. */
  long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  long end() {
    return Math.addExact(begin, Math.multiplyExact(size(), (long) Float.BYTES));
  }
}
