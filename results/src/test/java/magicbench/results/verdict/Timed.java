package magicbench.results.verdict;

import java.util.List;
import magicbench.results.record.RunRecord;

/** Two methods' networks on labelled tasks, timed: one scores higher, the other one is faster. */
public final class Timed {

  private Timed() {}

  /** Four seeds of each method, three tasks. */
  public static List<RunRecord> records() {
    return new Examination(4, 2, 0, 20)
        .records().stream()
            .map(
                record ->
                    World.withMetric(
                        record,
                        "latencyMillis",
                        record.trial().method().equals(Examination.METHOD) ? 3.0 : 2.0))
            .toList();
  }

  /** Judges the claim that one scores higher. */
  public static Judgement judge(List<RunRecord> records) {
    return Examination.judge(records);
  }
}
