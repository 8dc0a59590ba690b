package magicbench.harness.alignment;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.Trace;

/** Leaves child models alone. */
public record NoAlignment() implements Alignment {

  @Override
  public Optional<Architecture> anchor(long step) {
    return Optional.empty();
  }

  @Override
  public NDArray penalty(Trace child, Trace anchor) {
    throw new IllegalStateException("there is no anchor to align with");
  }

  @Override
  public void trained(long step, Architecture child, SelectionLoss losses) {
    // nothing to choose
  }

  @Override
  public String state() {
    return "";
  }

  @Override
  public void restore(String state) {
    if (!state.isEmpty()) {
      throw new IllegalArgumentException("no alignment remembers nothing, found " + state);
    }
  }
}
