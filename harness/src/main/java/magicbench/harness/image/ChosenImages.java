package magicbench.harness.image;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Some pictures of a set, read from it when they are asked for.
 *
 * @param all the set
 * @param indices the numbers that the chosen ones have there
 */
@SuppressWarnings("ArrayRecordComponent") // its own copy, and nobody else sees it
record ChosenImages(ImageSet all, int[] indices) implements ImageSet {

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int classes() {
    return all.classes();
  }

  @Override
  public List<String> classNames() {
    return all.classNames();
  }

  @Override
  public int label(int index) {
    return all.label(indices[index]);
  }

  @Override
  public Picture picture(int index) {
    return all.picture(indices[index]);
  }

  @Override
  public ByteBuffer identity(int index) {
    return all.identity(indices[index]);
  }
}
