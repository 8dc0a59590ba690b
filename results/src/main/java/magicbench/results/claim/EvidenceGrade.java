package magicbench.results.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a published statement or number is known to us, best first. */
public enum EvidenceGrade {
  /** Read in the paper itself, or on a page that reproduces its words. */
  @JsonProperty("verbatim")
  VERBATIM,
  /** Read in somebody else's account of the paper. */
  @JsonProperty("secondary")
  SECONDARY,
  /** Our own reasoning; the paper does not say it. */
  @JsonProperty("inferred")
  INFERRED,
  /** Not found anywhere; there is no value. */
  @JsonProperty("unknown")
  UNKNOWN
}
