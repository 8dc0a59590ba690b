package magicbench.harness.execution.spark;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.util.AccumulatorV2;

/**
 * What a running task says, for the driver to read in the executors' heartbeats: the first line
 * (whether it goes on from a checkpoint, say), all warnings, and of the others the last one. The
 * driver's own copy stays empty.
 */
final class LastWords extends AccumulatorV2<String, List<String>> {

  private static final long serialVersionUID = 1L;
  private static final String WARNING = "warning";

  private final ArrayList<String> kept = new ArrayList<>();
  private String last = "";

  @Override
  public synchronized boolean isZero() {
    return kept.isEmpty() && last.isEmpty();
  }

  @Override
  public AccumulatorV2<String, List<String>> copy() {
    LastWords copy = new LastWords();
    value().stream().filter(line -> !line.isEmpty()).forEach(copy::add);
    return copy;
  }

  @Override
  public synchronized void reset() {
    kept.clear();
    last = "";
  }

  @Override
  public synchronized void add(String line) {
    List<String> words = Words.of(line);
    if (kept.isEmpty() || words.get(words.size() - 1).startsWith(WARNING)) {
      kept.add(line);
    } else {
      last = line;
    }
  }

  /** Nothing is kept of a task that ended: its result says all. */
  @Override
  public void merge(AccumulatorV2<String, List<String>> other) {
    // Spark asks for it; there is nothing to add up.
  }

  /** The last line, empty for none, and then those that are kept. */
  @Override
  public synchronized List<String> value() {
    ArrayList<String> lines = new ArrayList<>(List.of(last));
    lines.addAll(kept);
    return lines;
  }

  /** A heartbeat may write this object while its task adds to it. */
  private synchronized void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
  }
}
