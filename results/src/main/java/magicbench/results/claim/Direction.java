package magicbench.results.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a claim says that the outcome moves when the cause grows. */
public enum Direction {
  /** The outcome rises. */
  @JsonProperty("increasing")
  INCREASING(1),
  /** The outcome falls. */
  @JsonProperty("decreasing")
  DECREASING(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /**
   * The factor that makes an effect positive when it points as claimed.
   *
   * @return 1 or -1
   */
  public int sign() {
    return sign;
  }
}
