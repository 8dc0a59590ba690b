package magicbench.harness.image;

import java.nio.ByteBuffer;
import java.util.List;

/** Labelled pictures, by number. Any number of threads may read one set. */
public interface ImageSet {

  /**
   * How many pictures there are.
   *
   * @return the number, at least 1
   */
  int size();

  /**
   * How many classes there are.
   *
   * @return the number, at least 1
   */
  int classes();

  /**
   * What the classes are called.
   *
   * @return one name for each class, in the labels' order
   */
  List<String> classNames();

  /**
   * A picture's class.
   *
   * @param index the picture's number, from 0
   * @return the class, 0 to classes − 1
   * @throws IndexOutOfBoundsException when there is no such picture
   */
  int label(int index);

  /**
   * A picture.
   *
   * @param index the picture's number, from 0
   * @return the picture
   * @throws IndexOutOfBoundsException when there is no such picture
   * @throws magicbench.results.file.InputException when its file can't be read or decoded
   */
  Picture picture(int index);

  /**
   * What tells a picture from all others of the same data set.
   *
   * @param index the picture's number, from 0
   * @return its pixels, or its file's name
   */
  default ByteBuffer identity(int index) {
    return ByteBuffer.wrap(picture(index).pixels());
  }

  /**
   * Some of the pictures.
   *
   * @param indices their numbers, in the order wanted
   * @return a set of its own
   */
  default ImageSet subset(int[] indices) {
    return new ChosenImages(this, indices.clone());
  }
}
