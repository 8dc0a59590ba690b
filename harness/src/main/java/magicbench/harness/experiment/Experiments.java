package magicbench.harness.experiment;

import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;

/** The kinds of trial on the class path. */
public final class Experiments {

  private final SortedMap<String, Experiment> byKind = new TreeMap<>();

  /** Finds all services. */
  public Experiments() {
    ServiceLoader.load(Experiment.class).forEach(found -> byKind.put(found.kind(), found));
  }

  /**
   * The experiment of a kind.
   *
   * @param kind its name
   * @return the experiment
   * @throws InputException when there is none
   */
  public Experiment of(String kind) {
    Experiment found = byKind.get(kind);
    if (found == null) {
      throw new InputException(
          "trial kind " + kind,
          "is none of " + byKind.keySet(),
          "correct the scale, or add the jar that offers it to the class path");
    }
    return found;
  }
}
