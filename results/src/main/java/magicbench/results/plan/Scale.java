package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
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
   */
  public record Experiment(List<Long> seeds, List<String> needs, JsonNode settings) {

    /** Keeps immutable copies. */
    public Experiment {
      seeds = List.copyOf(seeds);
      needs = List.copyOf(needs);
      settings = settings.deepCopy();
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
