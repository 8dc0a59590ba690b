package magicbench.harness.sampling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A method that draws as a test says and claims to remember nothing: for faults put in on purpose.
 *
 * @param script makes one trial's draw
 */
public record ScriptedMethod(
    Function<SearchSpace, Function<UniformRandomProvider, List<Architecture>>> script)
    implements SamplingMethod {

  /**
   * A method whose trials share one draw.
   *
   * @param draw the paths of a step
   * @return the method
   */
  public static ScriptedMethod of(
      BiFunction<SearchSpace, UniformRandomProvider, List<Architecture>> draw) {
    return new ScriptedMethod(space -> random -> draw.apply(space, random));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    return new Scripted(script.apply(space));
  }

  private record Scripted(Function<UniformRandomProvider, List<Architecture>> draw)
      implements MemorylessSampler {

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return draw.apply(random);
    }
  }
}
