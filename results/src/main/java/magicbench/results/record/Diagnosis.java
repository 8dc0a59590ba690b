package magicbench.results.record;

import java.util.List;

/**
 * Looks at what one part needs on this machine; found with {@link java.util.ServiceLoader}.
 *
 * <p>An implementation never throws for what it finds missing, writes nothing and fetches nothing.
 */
public interface Diagnosis {

  /**
   * Looks.
   *
   * @return what was found, in reading order
   */
  List<Finding> examine();

  /**
   * One thing that was looked at.
   *
   * @param level how it stands
   * @param subject what was looked at, two or three words
   * @param found what is there, one line
   * @param remedy what to do about it; empty when nothing is to do
   */
  record Finding(Level level, String subject, String found, String remedy) {

    /**
     * A finding that needs nothing.
     *
     * @param subject what was looked at
     * @param found what is there
     * @return the finding
     */
    public static Finding ok(String subject, String found) {
      return new Finding(Level.OK, subject, found, "");
    }

    /**
     * A finding that slows or narrows a run.
     *
     * @param subject what was looked at
     * @param found what is there
     * @param remedy what to do about it
     * @return the finding
     */
    public static Finding warn(String subject, String found, String remedy) {
      return new Finding(Level.WARN, subject, found, remedy);
    }

    /**
     * A finding that forbids a run.
     *
     * @param subject what was looked at
     * @param found what is there
     * @param remedy what to do about it
     * @return the finding
     */
    public static Finding missing(String subject, String found, String remedy) {
      return new Finding(Level.MISSING, subject, found, remedy);
    }
  }

  /** How a thing stands. */
  enum Level {
    /** As it should be. */
    OK,
    /** A run works, but slower or with less. */
    WARN,
    /** A run can't work. */
    MISSING
  }
}
