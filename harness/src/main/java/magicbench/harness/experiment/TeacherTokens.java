package magicbench.harness.experiment;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import magicbench.harness.training.Safetensors;
import magicbench.harness.training.SoftTokens;
import magicbench.harness.training.TokenBatch;
import magicbench.results.file.InputException;

/**
 * What a teacher takes for the masked tokens of every batch that a seed's pre-trainings are trained
 * on: its likeliest pieces and their probabilities. Read in blocks of steps, one at a time.
 */
final class TeacherTokens {

  /** The file's name within the output of the trial that made it. */
  static final String NAME = "teacher-tokens.safetensors";

  /** How many steps lie in one array. */
  static final int BLOCK_STEPS = 64;

  private static final String PIECES = "pieces-";
  private static final String PROBABILITIES = "probabilities-";
  private static final String MARKS = "marks-";

  /** What a 32-bit number holds without rounding. */
  private static final int MARK_BITS = 0xFFFFFF;

  private static final String STEPS = "steps";
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private final Path file;
  private final Safetensors stored;
  private int blockAt = -1;
  private float[] pieces = {};
  private float[] probabilities = {};
  private float[] marks = {};

  private TeacherTokens(Path file, Safetensors stored) {
    this.file = file;
    this.stored = stored;
  }

  /**
   * Which batches it was asked of.
   *
   * @param corpus the corpus's identity
   * @param seed whose batches
   * @param batch sequences of a batch
   * @param sequence places of a sequence
   */
  record Asked(String corpus, long seed, int batch, int sequence) {

    private SortedMap<String, String> metadata() {
      SortedMap<String, String> metadata = new TreeMap<>();
      metadata.put("corpus", corpus);
      metadata.put("seed", Long.toString(seed));
      metadata.put("batch", Integer.toString(batch));
      metadata.put("sequence", Integer.toString(sequence));
      return metadata;
    }
  }

  /**
   * The pieces and probabilities of one step, place by place.
   *
   * @param batch what the teacher was asked about
   * @param pieces their ids
   * @param probabilities as many
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on and forgotten
  record Step(TokenBatch batch, float[] pieces, float[] probabilities) {}

  /**
   * Writes them.
   *
   * @param artifact the writing trial's output
   * @param asked of which batches
   * @param steps the steps from 0 on
   * @param top how many pieces of each place
   * @throws InputException when the disk refuses
   */
  static void write(Path artifact, Asked asked, List<Step> steps, int top) {
    SortedMap<String, String> metadata = asked.metadata();
    metadata.put(STEPS, Integer.toString(steps.size()));
    SortedMap<String, Safetensors.Source> arrays = new TreeMap<>();
    for (int from = 0; from < steps.size(); from += BLOCK_STEPS) {
      List<Step> block = steps.subList(from, Math.min(steps.size(), from + BLOCK_STEPS));
      String number = number(from / BLOCK_STEPS);
      arrays.put(PIECES + number, new Block(block.stream().map(Step::pieces).toList(), top));
      arrays.put(
          PROBABILITIES + number, new Block(block.stream().map(Step::probabilities).toList(), top));
      arrays.put(
          MARKS + number,
          new Block(block.stream().map(step -> new float[] {mark(step.batch())}).toList(), 1));
    }
    Safetensors.write(artifact.resolve(NAME), metadata, arrays);
  }

  /** Tells batches apart: a teacher's tokens of another step would fit just as well. */
  private static float mark(TokenBatch batch) {
    CRC32 sum = new CRC32();
    for (int[] part : List.of(batch.inputIds(), batch.positions(), batch.targets())) {
      for (int number : part) {
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
      }
    }
    return sum.getValue() & MARK_BITS;
  }

  private static String number(int block) {
    return String.format(Locale.ROOT, "%06d", block);
  }

  /**
   * Opens a file.
   *
   * @param file what {@link #write} wrote
   * @throws InputException when it is damaged
   */
  static TeacherTokens open(Path file) {
    Safetensors stored = Safetensors.open(file);
    stored.verify();
    return new TeacherTokens(file, stored);
  }

  /**
   * Refuses what was asked of other batches, or of too few.
   *
   * @param asked which batches are trained on
   * @param steps how many
   * @throws InputException when they aren't those of the file
   */
  void requireOf(Asked asked, long steps) {
    SortedMap<String, String> found = stored.metadata();
    asked
        .metadata()
        .forEach((name, wanted) -> requireSame(name, wanted, found.getOrDefault(name, "none")));
    long told = Long.parseLong(found.getOrDefault(STEPS, "0"));
    if (steps > told) {
      requireSame(STEPS, "at least " + steps, Long.toString(told));
    }
  }

  private void requireSame(String name, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw new InputException(
          file.toString(),
          "tells of batches with " + name + " " + found + ", where " + wanted + " is trained on",
          "give the teacher the same seeds, text, batch and at least as many steps");
    }
  }

  /**
   * A batch with what the teacher takes for its masked tokens.
   *
   * @param batch the batch
   * @param step the step's number, from 0
   * @param softShare the teacher's part of the loss, above 0 to 1
   * @throws InputException when the teacher was asked about another batch at that step
   */
  TokenBatch taught(TokenBatch batch, long step, double softShare) {
    SoftTokens soft = at(step, softShare);
    if (marks[Math.toIntExact(step % BLOCK_STEPS)] != mark(batch)) {
      throw new InputException(
          file.toString(),
          "tells of another batch at step " + step + " than is trained on",
          REMEDY + ", and those that need it");
    }
    return batch.taught(soft);
  }

  private SoftTokens at(long step, double softShare) {
    load(Math.toIntExact(step / BLOCK_STEPS));
    List<Long> shape = stored.shapes().get(PIECES + number(blockAt));
    int top = Math.toIntExact(shape.get(2));
    int size = Math.toIntExact(shape.get(1)) * top;
    int from = Math.toIntExact(step % BLOCK_STEPS) * size;
    int[] ids = new int[size];
    float[] shares = new float[size];
    for (int i = 0; i < size; i++) {
      ids[i] = (int) pieces[from + i];
      shares[i] = probabilities[from + i];
    }
    return new SoftTokens(softShare, ids, shares, top);
  }

  private void load(int block) {
    if (block == blockAt) {
      return;
    }
    String number = number(block);
    List<Long> shape = stored.shapes().getOrDefault(PIECES + number, List.of());
    boolean whole =
        shape.size() == 3
            && shape.equals(stored.shapes().get(PROBABILITIES + number))
            && List.of(shape.get(0), 1L, 1L).equals(stored.shapes().get(MARKS + number));
    if (!whole) {
      throw new InputException(file.toString(), "lacks its block " + block, REMEDY);
    }
    pieces = stored.values(PIECES + number);
    probabilities = stored.values(PROBABILITIES + number);
    marks = stored.values(MARKS + number);
    blockAt = block;
  }

  /** Some steps' numbers as one array: (steps, places, top). */
  private record Block(List<float[]> steps, int top) implements Safetensors.Source {

    @Override
    public long[] shape() {
      return new long[] {steps.size(), steps.get(0).length / top, top};
    }

    @Override
    public float[] values() {
      int size = steps.get(0).length;
      float[] flat = new float[steps.size() * size];
      for (int step = 0; step < steps.size(); step++) {
        System.arraycopy(steps.get(step), 0, flat, step * size, size);
      }
      return flat;
    }
  }
}
