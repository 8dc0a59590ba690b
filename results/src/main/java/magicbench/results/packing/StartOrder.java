package magicbench.results.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import magicbench.results.plan.Trial;

/**
 * Which trials can start, and which of those first: each after what it needs, the most urgent
 * before the others, equally urgent ones in the plan's order. It says when a trial runs, never what
 * it measures. Each step takes as long as the trial has askers, so that 100,000 trials are no
 * matter.
 */
public final class StartOrder {

  private final Map<String, Integer> missing = new HashMap<>();
  private final Map<String, List<Trial>> askers = new HashMap<>();
  private final Map<String, Ranked> ranked = new HashMap<>();
  private final PriorityQueue<Ranked> ready = new PriorityQueue<>(Ranked.FIRST);

  private record Ranked(Trial trial, double urgency, int place) {

    private static final Comparator<Ranked> FIRST =
        Comparator.comparingDouble(Ranked::urgency).reversed().thenComparingInt(Ranked::place);
  }

  /**
   * The order of a run.
   *
   * @param waiting what is to run, needs first
   * @param done the ids of trials that are done already
   * @param urgency which trials should start first
   */
  public StartOrder(List<Trial> waiting, Set<String> done, Urgency urgency) {
    for (Trial trial : waiting) {
      ranked.put(trial.id(), new Ranked(trial, urgency.of(trial.id()), ranked.size()));
      Set<String> needs = new LinkedHashSet<>(trial.needs());
      needs.removeIf(done::contains);
      needs.forEach(need -> askers.computeIfAbsent(need, any -> new ArrayList<>()).add(trial));
      missing.put(trial.id(), needs.size());
      if (needs.isEmpty()) {
        ready.add(ranked.get(trial.id()));
      }
    }
  }

  /**
   * Whether a trial can start.
   *
   * @return false while all that are left wait for others
   */
  public boolean hasNext() {
    return !ready.isEmpty();
  }

  /**
   * Starts the most urgent trial that can start.
   *
   * @return the trial
   * @throws java.util.NoSuchElementException when there is none
   */
  public Trial next() {
    return ready.remove().trial();
  }

  /**
   * Who waits for a trial.
   *
   * @param trialId its id
   * @return trials that need it, in the plan's order
   */
  public List<Trial> askers(String trialId) {
    return List.copyOf(askers.getOrDefault(trialId, List.of()));
  }

  /**
   * What a trial made can be read now. Said once for each.
   *
   * @param trialId its id
   */
  public void done(String trialId) {
    for (Trial asker : askers.getOrDefault(trialId, List.of())) {
      if (missing.merge(asker.id(), -1, Integer::sum) == 0) {
        ready.add(ranked.get(asker.id()));
      }
    }
  }
}
