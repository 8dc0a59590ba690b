package magicbench.baselines.fairnas;

import java.util.List;
import magicbench.harness.space.SearchSpace;

/** Two layers of two and three operators, which nobody draws from. */
record UnevenSpace() implements SearchSpace {

  @Override
  public int layers() {
    return 2;
  }

  @Override
  public List<String> candidates(int layer) {
    return layer == 0 ? List.of("a", "b") : List.of("a", "b", "c");
  }

  @Override
  public long parameters(int layer, String operator) {
    throw new UnsupportedOperationException("nobody measures this space");
  }
}
