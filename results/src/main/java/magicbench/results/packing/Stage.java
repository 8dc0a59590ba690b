package magicbench.results.packing;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Trials of one kind that can run at the same time, since none needs another: one job array.
 *
 * @param name of lower-case letters, digits and hyphens: the stage's place and its kind
 * @param kind the trials' kind
 * @param level 0 where they need nothing, else one more than the highest level of what they need
 * @param needs the names of the stages that hold what they need
 * @param computes whether they, or what they need, compute with tensors, so that a GPU is asked for
 * @param packs what each element runs; none is empty
 */
public record Stage(
    String name, String kind, int level, List<String> needs, boolean computes, List<Pack> packs) {

  /** Keeps immutable copies. */
  public Stage {
    needs = List.copyOf(needs);
    packs = List.copyOf(packs);
  }

  /**
   * How long its longest element is predicted to take.
   *
   * @return seconds; empty where one element's time isn't known
   */
  public OptionalDouble longest() {
    return packs.stream().map(Pack::seconds).anyMatch(Objects::isNull)
        ? OptionalDouble.empty()
        : packs.stream().mapToDouble(Pack::seconds).max();
  }
}
