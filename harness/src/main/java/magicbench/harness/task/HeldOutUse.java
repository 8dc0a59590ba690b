package magicbench.harness.task;

/** What held-out data may be used for; nothing serves two uses. */
public enum HeldOutUse {
  /** Choices made while training. */
  SELECTION(0),
  /** A super-net's scores of child models. */
  SCORE(1),
  /** The score of a child model trained alone. */
  TRUTH(2);

  /** How many uses there are. */
  public static final int PARTS = values().length;

  private final int part;

  HeldOutUse(int part) {
    this.part = part;
  }

  /**
   * The use's part of what is held out.
   *
   * @return 0 to {@link #PARTS} less one, each use's own
   */
  public int part() {
    return part;
  }
}
