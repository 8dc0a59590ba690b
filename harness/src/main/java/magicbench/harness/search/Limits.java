package magicbench.harness.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SizedSpace;

/**
 * What a child model may cost.
 *
 * @param limits all of them hold at once; none allows every child model
 */
public record Limits(List<Limit> limits) {

  /** No limits at all. */
  public static final Limits NONE = new Limits(List.of());

  /** Keeps an immutable copy. */
  public Limits {
    limits = List.copyOf(limits);
  }

  /**
   * Whether a child model is within all limits.
   *
   * @param child a child model
   * @return whether no limit is passed
   */
  public boolean allow(Architecture child) {
    return limits.stream().allMatch(limit -> limit.cost().applyAsDouble(child) <= limit.most());
  }

  /**
   * Limits that a child model sets by its own size: no more parameters and no more FLOPs.
   *
   * @param size counts both
   * @param largest the child model, itself allowed
   * @return the limits
   */
  public static Limits noLargerThan(SizedSpace size, Architecture largest) {
    return new Limits(
        List.of(
            parameters(size, size.parameters(largest)),
            forwardFlops(size, size.forwardFlops(largest))));
  }

  /**
   * These limits and one more.
   *
   * @param limit the further limit
   * @return all of them
   */
  public Limits and(Limit limit) {
    List<Limit> all = new ArrayList<>(limits);
    all.add(limit);
    return new Limits(all);
  }

  /**
   * One limit.
   *
   * @param name what is limited, with its unit
   * @param cost what a child model costs
   * @param most the most that is allowed
   */
  public record Limit(String name, ToDoubleFunction<Architecture> cost, double most) {}

  /**
   * A limit on parameters, those that every child model shares included.
   *
   * @param size counts them
   * @param most the most that are allowed
   * @return the limit
   */
  public static Limit parameters(SizedSpace size, long most) {
    return new Limit("parameters", size::parameters, most);
  }

  /**
   * A limit that only child models keep which use an operator.
   *
   * @param operator its name
   * @return the limit
   */
  public static Limit keeps(String operator) {
    return new Limit(
        "layers short of one " + operator,
        child -> child.operators().contains(operator) ? 0 : 1,
        0);
  }

  /**
   * A limit on latency.
   *
   * @param table how long parts take
   * @param mostMillis the most that is allowed, in milliseconds
   * @return the limit
   */
  public static Limit latency(LatencyTable table, double mostMillis) {
    return new Limit("latency (ms)", table::millis, mostMillis);
  }

  /**
   * A limit on the FLOPs of a forward pass, as {@link SizedSpace#forwardFlops(Architecture)}.
   *
   * @param size counts them
   * @param most the most that are allowed
   * @return the limit
   */
  public static Limit forwardFlops(SizedSpace size, long most) {
    return new Limit("forward FLOPs", size::forwardFlops, most);
  }
}
