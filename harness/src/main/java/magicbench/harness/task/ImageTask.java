package magicbench.harness.task;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageSet;
import magicbench.harness.image.Picture;
import magicbench.harness.training.Batch;
import magicbench.harness.training.ImageBatch;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Image classification. What is held out is cut into three disjoint parts, one for each use, and
 * every scored batch begins with the same calibration images, which are training images. Training
 * batches may be asked for by any number of threads, all else by one.
 */
public final class ImageTask implements SuperNetTask {

  private static final long HELD_OUT_SEED = 0;

  private final ImageData data;
  private final ImageRecipe recipe;
  private final ImageBatch.Form form;
  private final EpochOrder order;
  private final IdentityHashMap<Batch, List<ByteBuffer>> scored = new IdentityHashMap<>();

  /**
   * A task of pictures that all have one size.
   *
   * @param data the pictures
   * @param recipe how batches are made of them
   */
  public ImageTask(ImageData data, ImageRecipe recipe) {
    this(data, form(data), recipe);
  }

  private static ImageBatch.Form form(ImageData data) {
    Picture first = data.train().picture(0);
    return new ImageBatch.Form(first.channels(), first.width(), data.train().classes());
  }

  /**
   * A task.
   *
   * @param data the pictures
   * @param form the measures that networks see
   * @param recipe how batches are made of them
   */
  public ImageTask(ImageData data, ImageBatch.Form form, ImageRecipe recipe) {
    this.data = data;
    this.recipe = recipe;
    this.form = form;
    this.order = new EpochOrder(data.train().size());
  }

  /**
   * Each epoch goes through all training pictures in an order of its own (streams {@code epoch} and
   * {@code augmentation}).
   */
  @Override
  public ImageBatch trainingBatch(Seeds seeds, long step) {
    int[] rows;
    synchronized (order) {
      rows = order.rows(seeds, step, recipe.batch());
    }
    return recipe.training(data, form, rows, seeds.randomAt("augmentation", step));
  }

  /** Pictures as they are scored, drawn without repetition (stream {@code probe/batch}). */
  @Override
  public ImageBatch probeBatch(Seeds seeds, long number) {
    UniformRandomProvider random = seeds.randomAt("probe/batch", number);
    int size = Math.min(recipe.batch(), data.train().size());
    int[] rows = new PermutationSampler(random, data.train().size(), size).sample();
    return recipe.plain(data, form, data.train(), rows);
  }

  @Override
  public List<ImageBatch> heldOut(HeldOutUse use, int count) {
    int[] all = shuffled(data.heldOut().size());
    int from = (int) ((long) all.length * use.part() / HeldOutUse.PARTS);
    int to = (int) ((long) all.length * (use.part() + 1) / HeldOutUse.PARTS);
    return batches(data.heldOut(), Arrays.copyOfRange(all, from, to), count);
  }

  @Override
  public List<ImageBatch> validation(int count) {
    return batches(data.heldOut(), shuffled(data.heldOut().size()), count);
  }

  /**
   * The whole test set, in its order. Nothing is chosen by it.
   *
   * @return batches of the scored size, the last one smaller where it must be
   */
  public List<ImageBatch> test() {
    ImageSet test = data.test();
    int size = recipe.scoredBatch();
    return IntStream.rangeClosed(0, (test.size() - 1) / size)
        .mapToObj(
            number ->
                IntStream.range(number * size, Math.min(test.size(), (number + 1) * size))
                    .toArray())
        .map(rows -> batch(test, rows))
        .toList();
  }

  private static int[] shuffled(int size) {
    int[] order = PermutationSampler.natural(size);
    PermutationSampler.shuffle(new Seeds(HELD_OUT_SEED).random("held-out"), order);
    return order;
  }

  private List<ImageBatch> batches(ImageSet images, int[] rows, int count) {
    int size = recipe.scoredBatch();
    if ((long) count * size > rows.length) {
      throw new InputException(
          "the held-out pictures",
          "are " + rows.length + ", too few for " + count + " batches of " + size,
          "hold more out, or score fewer or smaller batches");
    }
    List<ImageBatch> batches = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      batches.add(batch(images, Arrays.copyOfRange(rows, number * size, (number + 1) * size)));
    }
    return batches;
  }

  private ImageBatch batch(ImageSet images, int[] rows) {
    ImageBatch batch = recipe.scored(data, form, images, rows);
    scored.put(batch, identities(images, IntStream.of(rows)).toList());
    return batch;
  }

  private static Stream<ByteBuffer> identities(ImageSet images, IntStream rows) {
    return rows.mapToObj(row -> images.identity(row));
  }

  /**
   * The share of the pictures that are training pictures, by what tells them from others.
   *
   * @throws IllegalArgumentException when a batch is none that this task made to be scored
   */
  @Override
  public double shareInTraining(List<? extends Batch> batches) {
    List<ByteBuffer> asked = batches.stream().flatMap(batch -> pictures(batch).stream()).toList();
    Set<ByteBuffer> found = new HashSet<>(asked);
    Set<ByteBuffer> missing = new HashSet<>(found);
    identities(data.train(), IntStream.range(0, data.train().size())).forEach(missing::remove);
    found.removeAll(missing);
    return (double) asked.stream().filter(found::contains).count() / asked.size();
  }

  private List<ByteBuffer> pictures(Batch batch) {
    return Optional.ofNullable(scored.get(batch))
        .orElseThrow(() -> new IllegalArgumentException("a batch of pictures that aren't known"));
  }

  /**
   * The measures of a picture.
   *
   * @return channels, side and classes
   */
  public ImageBatch.Form form() {
    return form;
  }

  /**
   * The pictures.
   *
   * @return all parts
   */
  public ImageData data() {
    return data;
  }
}
