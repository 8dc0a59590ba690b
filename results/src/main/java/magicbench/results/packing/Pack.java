package magicbench.results.packing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Trials that one element of a job array runs.
 *
 * @param seconds how long one worker is predicted to take for them; null where that isn't known
 * @param trials their ids, the longest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pack(Double seconds, List<String> trials) {

  /** Keeps an immutable copy. */
  public Pack {
    trials = List.copyOf(trials);
  }
}
