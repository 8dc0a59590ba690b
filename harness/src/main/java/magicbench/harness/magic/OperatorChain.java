package magicbench.harness.magic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/** A walk through a space: each step changes the operators of a few layers of the last path. */
final class OperatorChain implements PathSampler {

  private static final String SEPARATOR = " ";

  private final SearchSpace space;
  private final int changes;
  private final long restartEverySteps;
  private Optional<Architecture> last;
  private long length;

  OperatorChain(
      SearchSpace space,
      int changes,
      long restartEverySteps,
      Optional<Architecture> last,
      long length) {
    this.space = space;
    this.changes = changes;
    this.restartEverySteps = restartEverySteps;
    this.last = last;
    this.length = length;
  }

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    boolean ended = restartEverySteps > 0 && length == restartEverySteps;
    Architecture path =
        last.filter(present -> !ended)
            .map(present -> changed(present, random))
            .orElseGet(() -> space.draw(random));
    length = last.isEmpty() || ended ? 1 : length + 1;
    last = Optional.of(path);
    return List.of(path);
  }

  private Architecture changed(Architecture path, UniformRandomProvider random) {
    List<Integer> layers = new ArrayList<>(IntStream.range(0, space.layers()).boxed().toList());
    Architecture changed = path;
    for (int i = 0; i < changes; i++) {
      Collections.swap(layers, i, i + random.nextInt(layers.size() - i));
      changed = withOther(changed, layers.get(i), random);
    }
    return changed;
  }

  private Architecture withOther(Architecture path, int layer, UniformRandomProvider random) {
    String present = path.operators().get(layer);
    List<String> others =
        space.candidates(layer).stream().filter(name -> !name.equals(present)).toList();
    return path.with(layer, others.get(random.nextInt(others.size())));
  }

  @Override
  public String state() {
    return last.map(path -> length + SEPARATOR + path).orElse("");
  }

  @Override
  public void restore(String state) {
    if (state.isEmpty()) {
      last = Optional.empty();
      length = 0;
      return;
    }
    String[] parts = state.split(SEPARATOR, -1);
    try {
      Architecture path = Architecture.parse(parts[parts.length - 1]);
      space.check(path);
      length = Long.parseLong(parts[0]);
      last = Optional.of(path);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no state of a chain of child models: " + state, e);
    }
  }
}
