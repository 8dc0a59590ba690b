package magicbench.results.own;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.file.Json;

/**
 * NAS-Bench-Macro (Su et al., CVPR 2021, arXiv 2103.11922), its child models under the names that a
 * mobile space gives them.
 *
 * <p>Its three blocks are inverted residuals of kernel 3 and expansion 3, of kernel 5 and expansion
 * 6, and the identity. The first layer of each stage of 2, 3 and 3 layers halves the image and
 * doubles the channels; its identity is a pointwise convolution with that stride and a
 * normalisation (the authors' {@code train/model.py}), so it has another name there.
 *
 * @param file where it was read
 * @param sha256 of the file's bytes
 * @param entries in the order of the file
 */
public record MacroTruth(Path file, String sha256, List<Entry> entries) {

  private static final int IDENTITY = 0;
  private static final List<String> OPERATORS = List.of("skip", "k3e3", "k5e6");
  private static final String CHANGED_IDENTITY = "project";
  private static final List<Integer> STAGES = List.of(2, 3, 3);
  private static final List<Integer> FIRST_LAYERS = List.of(0, 2, 5);

  /** Keeps an immutable copy. */
  public MacroTruth {
    entries = List.copyOf(entries);
  }

  /**
   * A child model.
   *
   * @param key as the table has it, one digit a layer
   * @param accuracies of each training, on CIFAR-10's test set, in per cent
   * @param mean theirs, as the table has it
   * @param parameters as the table has them
   * @param multiplyAdds what the table calls FLOPs
   */
  public record Entry(
      String key, List<Double> accuracies, double mean, long parameters, long multiplyAdds) {

    /** Keeps an immutable copy. */
    public Entry {
      accuracies = List.copyOf(accuracies);
    }

    /**
     * Its name in a mobile space.
     *
     * @return for instance {@code project.k3e3.k5e6.skip.skip.project.skip.k3e3}
     */
    public String architecture() {
      return architecture(key);
    }

    /**
     * The child model that was trained for it: keys that differ only in where an identity stands
     * among a stage's later layers are one network, and share its trainings.
     *
     * @return the name, in a mobile space, of the one whose identities come last in each stage
     */
    public String trainedAs() {
      StringBuilder trained = new StringBuilder();
      for (int stage = 0; stage < STAGES.size(); stage++) {
        int first = FIRST_LAYERS.get(stage);
        String later = key.substring(first + 1, first + STAGES.get(stage));
        String blocks = later.replace(String.valueOf(IDENTITY), "");
        trained.append(key.charAt(first)).append(blocks);
        trained.append(String.valueOf(IDENTITY).repeat(later.length() - blocks.length()));
      }
      return architecture(trained.toString());
    }

    private static String architecture(String key) {
      return IntStream.range(0, key.length())
          .mapToObj(layer -> operator(layer, key.charAt(layer) - '0'))
          .collect(Collectors.joining("."));
    }

    private static String operator(int layer, int digit) {
      return digit == IDENTITY && FIRST_LAYERS.contains(layer)
          ? CHANGED_IDENTITY
          : OPERATORS.get(digit);
    }
  }

  /**
   * Reads the table as published, {@code nas-bench-macro_cifar10.json}.
   *
   * @param file at most 16 MiB
   * @return its child models
   * @throws magicbench.results.file.InputException naming JSON pointer or line of what is wrong
   */
  public static MacroTruth read(Path file) {
    return PublicTable.macro(file);
  }

  /**
   * The trainings as {@link ScoreTable#ofTruth} reads them, with what else the table knows.
   *
   * @return comma-separated values with a header: a row a training, numbered by {@code seed} from 1
   */
  public String trainings() {
    Stream<String> rows =
        entries.stream()
            .flatMap(
                entry ->
                    IntStream.range(0, entry.accuracies().size())
                        .mapToObj(run -> row(entry, entry.accuracies().get(run), "," + (run + 1))));
    return table(",seed", rows);
  }

  /**
   * The means as {@link ScoreTable#ofTruth} reads them, with what else the table knows.
   *
   * @return comma-separated values with a header: a row a child model
   */
  public String means() {
    return table("", entries.stream().map(entry -> row(entry, entry.mean(), "")));
  }

  private static String table(String seed, Stream<String> rows) {
    String header = "architecture,score" + seed + ",key,trainedAs,parameters,multiplyAdds\n";
    return rows.collect(Collectors.joining("", header, ""));
  }

  private static String row(Entry entry, double score, String seed) {
    return "%s,%s%s,%s,%s,%d,%d\n"
        .formatted(
            entry.architecture(),
            Json.canonical(score),
            seed,
            entry.key(),
            entry.trainedAs(),
            entry.parameters(),
            entry.multiplyAdds());
  }
}
