package magicbench.results.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the experiments are: settings as data, one file a scale.
 *
 * @param name for instance {@code laptop}
 * @param statement one sentence for the report: what this scale is, and is not
 * @param assumedFlopsPerSecond per worker, for estimates where nothing was measured
 * @param workers how many trials run at once, where nobody asks for another number
 * @param experiments what each kind of trial uses
 */
public record Scale(
    String name,
    String statement,
    double assumedFlopsPerSecond,
    int workers,
    SortedMap<String, Experiment> experiments) {

  /** Keeps an immutable, sorted copy. */
  public Scale {
    experiments = Collections.unmodifiableSortedMap(new TreeMap<>(experiments));
  }

  /**
   * How many trials run at once on a machine, where nobody asks for another number.
   *
   * @param processors the machine's processor cores, at least 1
   * @return the scale's number, but no more than there are cores
   */
  public int workersOn(int processors) {
    return Math.min(workers, processors);
  }

  /**
   * One kind of trial at this scale.
   *
   * @param seeds the seeds, one trial each; empty for a kind that draws nothing
   * @param needs kinds whose output it reads
   * @param settings the kind's settings
   * @param methods what a method lays over these settings, by method; a method that isn't named
   *     lays nothing
   * @param each settings with a list of values each: one trial for every value, or for every
   *     combination of several
   * @param ownMethod the method that the kind always runs under; empty for the claim's
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Experiment(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Long> seeds,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> needs,
      @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode settings,
      SortedMap<String, JsonNode> methods,
      SortedMap<String, List<JsonNode>> each,
      String ownMethod) {

    /** Keeps immutable copies; what isn't given is empty. */
    public Experiment {
      seeds = List.copyOf(seeds);
      needs = List.copyOf(needs);
      settings = settings.deepCopy();
      methods = sorted(methods);
      each = sorted(each);
      ownMethod = Objects.requireNonNullElse(ownMethod, "");
    }

    /**
     * A kind that treats every method alike.
     *
     * @param seeds the seeds, one trial each; empty for a kind that draws nothing
     * @param needs kinds whose output it reads
     * @param settings the kind's settings
     */
    public Experiment(List<Long> seeds, List<String> needs, JsonNode settings) {
      this(seeds, needs, settings, new TreeMap<>(), new TreeMap<>(), "");
    }

    private static <V> SortedMap<String, V> sorted(SortedMap<String, V> given) {
      return given == null
          ? Collections.emptySortedMap()
          : Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /**
     * The settings.
     *
     * @return a copy
     */
    @Override
    public JsonNode settings() {
      return settings.deepCopy();
    }
  }
}
