package magicbench.harness.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    ImageSet train,
    ImageSet heldOut,
    ImageSet test,
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
    int[] order = shuffled(parts.train(), heldOut);
    ImageSet held = parts.train().subset(Arrays.copyOf(order, heldOut));
    Set<ByteBuffer> elsewhere = new HashSet<>(known(held));
    elsewhere.addAll(known(parts.test()));
    int[] kept =
        Arrays.stream(order, heldOut, order.length)
            .filter(index -> !elsewhere.contains(parts.train().identity(index)))
            .toArray();
    if (kept.length == 0) {
      throw new InputException(
          "settings of images, field heldOut",
          "leaves none of "
              + order.length
              + " pictures to train on: all others are in another part, too",
          "hold fewer out");
    }
    ImageSet train = parts.train().subset(limited(kept, most));
    return new ImageData(
        train,
        held,
        parts.test(),
        Normalisation.of(train),
        parts.origins(),
        order.length - heldOut - kept.length);
  }

  /**
   * Divides pictures that stay in their folder, the same way whenever it is asked. The published
   * validation set is the test set. Files that are equal aren't looked for.
   *
   * @param parts the published sets
   * @param heldOut how many pictures are held out of the training set, at least 1
   * @param most how many are trained on at most; 0 for all that are left
   * @param normalisation the training part's
   * @return the parts
   * @throws InputException when the training set is too small
   */
  public static ImageData of(
      FolderImages.Parts parts, int heldOut, int most, Normalisation normalisation) {
    int[] order = shuffled(parts.train(), heldOut);
    int[] kept = Arrays.copyOfRange(order, heldOut, order.length);
    return new ImageData(
        parts.train().subset(limited(kept, most)),
        parts.train().subset(Arrays.copyOf(order, heldOut)),
        parts.validation(),
        normalisation,
        List.of(),
        0);
  }

  private static int[] shuffled(ImageSet train, int heldOut) {
    int all = train.size();
    if (heldOut < 1 || heldOut >= all) {
      throw new InputException(
          "settings of images, field heldOut",
          "is " + heldOut + " of " + all + " pictures",
          "give 1 to " + (all - 1));
    }
    int[] order = PermutationSampler.natural(all);
    PermutationSampler.shuffle(new Seeds(SPLIT_SEED).random("split"), order);
    return order;
  }

  private static int[] limited(int[] kept, int most) {
    return most == 0 || most >= kept.length ? kept : Arrays.copyOf(kept, most);
  }

  private static Set<ByteBuffer> known(ImageSet images) {
    Set<ByteBuffer> known = new HashSet<>();
    for (int index = 0; index < images.size(); index++) {
      known.add(images.identity(index));
    }
    return known;
  }
}
