package magicbench.harness.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * A data set in three parts that share no picture: one to train on, one held out of it for choices
 * and scores, and the test set, which nothing is chosen by.
 *
 * @param train trained on
 * @param heldOut out of the published training set
 * @param test the published test set
 * @param normalisation the training part's
 * @param origins the files behind it
 * @param duplicates how many pictures were taken out of the training part, pixel for pixel in
 *     another part
 */
public record ImageData(
    MemoryImages train,
    MemoryImages heldOut,
    MemoryImages test,
    Normalisation normalisation,
    List<DataOrigin> origins,
    int duplicates) {

  private static final long SPLIT_SEED = 0;

  /** Keeps an immutable copy. */
  public ImageData {
    origins = List.copyOf(origins);
  }

  /**
   * Divides a data set, the same way whenever it is asked.
   *
   * @param parts the published sets
   * @param heldOut how many pictures are held out of the training set, at least 1
   * @param most how many are trained on at most; 0 for all that are left
   * @return the parts
   * @throws InputException when the training set is too small
   */
  public static ImageData of(ImageParts parts, int heldOut, int most) {
    int all = parts.train().size();
    if (heldOut < 1 || heldOut >= all) {
      throw new InputException(
          "settings of images, field heldOut",
          "is " + heldOut + " of " + all + " pictures",
          "give 1 to " + (all - 1));
    }
    int[] order = PermutationSampler.natural(all);
    PermutationSampler.shuffle(new Seeds(SPLIT_SEED).random("split"), order);
    MemoryImages held = parts.train().subset(IntStream.of(order).limit(heldOut).toArray());
    Set<ByteBuffer> elsewhere = new HashSet<>(known(held));
    elsewhere.addAll(known(parts.test()));
    List<Integer> kept = new ArrayList<>();
    for (int place = heldOut; place < all; place++) {
      if (!elsewhere.contains(ByteBuffer.wrap(parts.train().picture(order[place]).pixels()))) {
        kept.add(order[place]);
      }
    }
    int duplicates = all - heldOut - kept.size();
    long taken = most == 0 ? kept.size() : most;
    MemoryImages train =
        parts.train().subset(kept.stream().limit(taken).mapToInt(Integer::intValue).toArray());
    return new ImageData(
        train, held, parts.test(), Normalisation.of(train), parts.origins(), duplicates);
  }

  private static Set<ByteBuffer> known(MemoryImages images) {
    Set<ByteBuffer> known = new HashSet<>();
    for (int index = 0; index < images.size(); index++) {
      known.add(ByteBuffer.wrap(images.picture(index).pixels()));
    }
    return known;
  }
}
