package magicbench.harness.training;

import java.util.ArrayList;
import java.util.List;

/** Training losses, averaged over windows of steps so that the curve stays short. */
final class LossCurve {

  private static final int MOST_POINTS = 200;

  private final long window;
  private final List<LossPoint> points = new ArrayList<>();
  private double sum;
  private long count;

  LossCurve(long steps) {
    this.window = Math.max(1, (steps + MOST_POINTS - 1) / MOST_POINTS);
  }

  /** Adds the loss of a step, numbered from 0. */
  void add(long step, double loss) {
    sum += loss;
    count++;
    if ((step + 1) % window == 0) {
      points.add(new LossPoint(step + 1, sum / count));
      sum = 0;
      count = 0;
    }
  }

  List<LossPoint> points() {
    return List.copyOf(points);
  }

  State state() {
    return new State(points(), sum, count);
  }

  void restore(State state) {
    points.clear();
    points.addAll(state.points());
    sum = state.sum();
    count = state.count();
  }

  /** All that a resumed curve needs. */
  record State(List<LossPoint> points, double sum, long count) {}
}
