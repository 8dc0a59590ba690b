package magicbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.record.RunRecord;

/** Records of two runs, mixed by seed. */
final class Crossed {

  private Crossed() {}

  /**
   * Of super-nets with seed 1 and 2 those of one run and of the other, dealt straight or the other
   * way round; of all else the first run's.
   */
  static List<RunRecord> seeds(Run one, Run other, boolean crossed) {
    long ofOne = crossed ? 2 : 1;
    List<RunRecord> mixed = new ArrayList<>();
    Stream.of(one, other)
        .flatMap(run -> run.records().values().stream())
        .filter(record -> record.trial().kind().equals("net"))
        .filter(record -> record.trial().seed() <= 2)
        .filter(record -> one.records().containsValue(record) == (record.trial().seed() == ofOne))
        .forEach(mixed::add);
    one.records().values().stream()
        .filter(record -> record.trial().kind().equals("alone"))
        .forEach(mixed::add);
    return mixed;
  }
}
