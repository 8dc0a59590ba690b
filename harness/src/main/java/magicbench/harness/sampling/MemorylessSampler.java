package magicbench.harness.sampling;

/** A sampler whose draws depend on a step's generator alone: there is nothing to keep. */
public interface MemorylessSampler extends PathSampler {

  @Override
  default String state() {
    return "";
  }

  @Override
  default void restore(String state) {
    if (!state.isEmpty()) {
      throw new IllegalArgumentException("this sampler remembers nothing, found state " + state);
    }
  }
}
