package magicbench.harness.alignment;

import com.fasterxml.jackson.databind.JsonNode;

/** A way to align child models, found by name with {@link java.util.ServiceLoader}. */
public interface AlignmentMethod {

  /**
   * The method's name in plans, records and reports.
   *
   * @return a short lower-case word, for instance {@code anchor}
   */
  String name();

  /**
   * An alignment for one trial.
   *
   * @param settings the method's own settings; an empty object means its defaults
   * @return a fresh alignment
   * @throws IllegalArgumentException that names the setting that is unknown or out of range
   */
  Alignment create(JsonNode settings);
}
