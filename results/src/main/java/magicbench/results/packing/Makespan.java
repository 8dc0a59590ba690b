package magicbench.results.packing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import magicbench.results.plan.Trial;

/** How long a run takes from start to end, played through. */
public final class Makespan {

  private Makespan() {}

  private record Running(Trial trial, double end) {}

  /**
   * Plays a run through: a worker that is free takes the most urgent trial that can start.
   *
   * @param trials needs first
   * @param seconds how long each takes, by its id; who isn't named takes no time
   * @param workers how many run at once, at least 1
   * @param urgency which trials start first
   * @return seconds until the last one ends
   */
  public static double seconds(
      List<Trial> trials, Map<String, Double> seconds, int workers, Urgency urgency) {
    StartOrder order = new StartOrder(trials, Set.of(), urgency);
    PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingDouble(Running::end));
    double now = 0;
    while (order.hasNext() || !running.isEmpty()) {
      while (order.hasNext() && running.size() < workers) {
        Trial next = order.next();
        running.add(new Running(next, now + seconds.getOrDefault(next.id(), 0.0)));
      }
      Running first = running.remove();
      now = first.end();
      order.done(first.trial().id());
    }
    return now;
  }
}
