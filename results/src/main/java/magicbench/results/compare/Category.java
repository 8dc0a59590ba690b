package magicbench.results.compare;

/** What can move a measurement, as a sentence names it. */
public enum Category {
  /** Version, commit and class files. */
  CODE("code", false),
  /** The files that were read. */
  DATA("data", true),
  /** The trials' seeds. */
  SEEDS("seeds", true),
  /** The trials' settings. */
  SETTINGS("settings", true),
  /** Which kinds of trial were run, under which methods, and how many. */
  TRIALS("trials", true),
  /** What computes: name and versions. */
  ENGINE("engine", false),
  /** What it computes on. */
  DEVICE("device", false),
  /** Threads that one tensor operation may use. */
  THREADS("threads", true),
  /** Version and vendor of the Java runtime. */
  RUNTIME("Java runtime", false),
  /** Name and version. */
  SYSTEM("operating system", false),
  /** Processors and memory. */
  MACHINE("machine", false);

  private final String word;
  private final boolean plural;

  Category(String word, boolean plural) {
    this.word = word;
    this.plural = plural;
  }

  /**
   * As a sentence names it.
   *
   * @return for instance {@code Java runtime}
   */
  public String word() {
    return word;
  }

  /**
   * Whether the word takes a verb in the plural.
   *
   * @return true of {@code seeds}
   */
  public boolean plural() {
    return plural;
  }
}
