package magicbench.harness.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/** A method that measures four child models after step 20 and gives up all but the best two. */
public final class KeepingTwoTestMethod implements SamplingMethod {

  public static final String NAME = "keeping-two-test";

  private static final List<Architecture> MEASURED =
      List.of("mha.ffn.sep3", "id.id.ffn", "ffn.ffn.ffn", "id.id.id").stream()
          .map(Architecture::parse)
          .toList();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    return new KeepingTwo(space);
  }

  private static final class KeepingTwo implements PathSampler {

    private final SearchSpace space;
    private List<Architecture> left = List.of();

    KeepingTwo(SearchSpace space) {
      this.space = space;
    }

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return List.of(left.isEmpty() ? space.draw(random) : left.get(random.nextInt(left.size())));
    }

    @Override
    public void stepped(long step, SelectionLoss losses) {
      if (step == 20) {
        Map<Architecture, Double> measured =
            MEASURED.stream().collect(Collectors.toMap(child -> child, losses::of));
        left = MEASURED.stream().sorted(Comparator.comparing(measured::get)).limit(2).toList();
      }
    }

    @Override
    public Optional<List<Architecture>> survivors() {
      return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    @Override
    public String state() {
      return left.toString();
    }

    @Override
    public void restore(String state) {
      throw new UnsupportedOperationException("not resumed in tests");
    }
  }
}
