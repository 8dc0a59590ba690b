package magicbench.results.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a trial ended. */
public enum Outcome {
  /** It measured everything. */
  @JsonProperty("completed")
  COMPLETED,
  /** Training diverged: a result, not a fault. */
  @JsonProperty("diverged")
  DIVERGED,
  /** Something broke; the record's note says what. */
  @JsonProperty("failed")
  FAILED
}
