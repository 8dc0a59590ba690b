package magicbench.baselines.fairnas;

import java.math.BigInteger;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

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

  @Override
  public BigInteger size() {
    return BigInteger.valueOf(6);
  }

  @Override
  public Architecture draw(UniformRandomProvider random) {
    throw new UnsupportedOperationException("nobody draws from this space");
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    throw new UnsupportedOperationException("nobody walks in this space");
  }

  @Override
  public void check(Architecture architecture) {
    throw new UnsupportedOperationException("nobody checks against this space");
  }
}
