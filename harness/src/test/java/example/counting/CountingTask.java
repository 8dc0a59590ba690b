package example.counting;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.training.Batch;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Counting, the worked example of a task: sentences of digits that count upwards, 3 6 9 2 say, from
 * some first digit by some stride, and the digits that are hidden must be filled in.
 *
 * <p>There are {@value #SENTENCES} sentences. Three tenths of them are held out, one tenth for each
 * use. Source: none, it was made up for this example.
 */
// tag::task
public final class CountingTask implements SuperNetTask {

  static final int SEQUENCE = 8;
  static final int VOCABULARY = 11; // token 0 hides a digit, token 1 + d is the digit d

  private static final int DIGITS = 10;
  private static final int SENTENCES = DIGITS * (DIGITS - 1); // first digit, stride
  private static final List<Integer> TRAINED = List.of(0, 1, 2, 3, 4, 5, 6);
  private static final List<Integer> HELD_OUT = List.of(7, 8, 9);
  private static final Seeds HELD_OUT_SEEDS = new Seeds(0); // the same for every trial

  private final int batch;

  /** Makes a task of so many sentences a batch. */
  public CountingTask(int batch) {
    this.batch = batch;
  }

  @Override
  public TokenBatch trainingBatch(Seeds seeds, long step) {
    return draw(seeds.randomAt("batch", step), TRAINED);
  }

  @Override
  public TokenBatch probeBatch(Seeds seeds, long number) {
    return draw(seeds.randomAt("probe/batch", number), TRAINED);
  }

  @Override
  public List<TokenBatch> heldOut(HeldOutUse use, int count) {
    return fixed(use.name(), count, List.of(HELD_OUT.get(use.part())));
  }

  @Override
  public List<TokenBatch> validation(int count) {
    return fixed("VALIDATION", count, HELD_OUT);
  }

  @Override
  public double shareInTraining(List<? extends Batch> batches) {
    return batches.stream()
        .flatMapToInt(each -> tenths((TokenBatch) each))
        .mapToDouble(tenth -> TRAINED.contains(tenth) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  // end::task

  private List<TokenBatch> fixed(String use, int count, List<Integer> tenths) {
    return LongStream.range(0, count)
        .mapToObj(number -> draw(HELD_OUT_SEEDS.randomAt(use, number), tenths))
        .toList();
  }

  /** One digit is hidden in each half of a sentence. */
  private TokenBatch draw(UniformRandomProvider random, List<Integer> tenths) {
    int[] ids = new int[batch * SEQUENCE];
    for (int row = 0; row < batch; row++) {
      int tenth = tenths.get(random.nextInt(tenths.size()));
      int sentence = random.nextInt(SENTENCES / DIGITS) * DIGITS + tenth;
      int first = sentence / (DIGITS - 1);
      int stride = 1 + sentence % (DIGITS - 1);
      for (int place = 0; place < SEQUENCE; place++) {
        ids[row * SEQUENCE + place] = 1 + (first + place * stride) % DIGITS;
      }
    }
    int half = SEQUENCE / 2;
    int[] hidden =
        IntStream.range(0, 2 * batch).map(part -> part * half + random.nextInt(half)).toArray();
    int[] targets = IntStream.of(hidden).map(place -> ids[place]).toArray();
    IntStream.of(hidden).forEach(place -> ids[place] = 0);
    return new TokenBatch(ids, batch, SEQUENCE, hidden, targets);
  }

  /** In which tenth each sentence is. */
  private static IntStream tenths(TokenBatch batch) {
    int[] ids = batch.inputIds().clone();
    IntStream.range(0, batch.told())
        .forEach(told -> ids[batch.positions()[told]] = batch.targets()[told]);
    return IntStream.range(0, batch.batch())
        .map(
            row -> {
              int first = ids[row * SEQUENCE] - 1;
              int stride = Math.floorMod(ids[row * SEQUENCE + 1] - 1 - first, DIGITS);
              return (first * (DIGITS - 1) + stride - 1) % DIGITS;
            });
  }
}
