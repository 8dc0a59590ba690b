package magicbench.harness.image;

import java.util.List;
import java.util.stream.IntStream;

/** Pictures of two pixels that are told apart by a number, which is 0 to 65,535. */
final class NumberedPictures {

  private NumberedPictures() {}

  /** One picture for each number, of class number mod 2. */
  static MemoryImages of(int... numbers) {
    byte[] pixels = new byte[2 * numbers.length];
    short[] labels = new short[numbers.length];
    for (int place = 0; place < numbers.length; place++) {
      pixels[2 * place] = (byte) (numbers[place] >> 8);
      pixels[2 * place + 1] = (byte) numbers[place];
      labels[place] = (short) (numbers[place] % 2);
    }
    return new MemoryImages(new PictureSize(1, 1, 2), pixels, labels, List.of("even", "odd"));
  }

  static MemoryImages range(int from, int to) {
    return of(IntStream.range(from, to).toArray());
  }

  /** The pictures' numbers, in order. */
  static List<Integer> numbers(ImageSet images) {
    return IntStream.range(0, images.size())
        .mapToObj(images::picture)
        .map(picture -> 256 * picture.at(0, 0, 0) + picture.at(0, 0, 1))
        .toList();
  }

  /** The pictures' classes, in order. */
  static List<Integer> labels(ImageSet images) {
    return IntStream.range(0, images.size()).mapToObj(images::label).toList();
  }
}
