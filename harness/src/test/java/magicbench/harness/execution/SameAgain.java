package magicbench.harness.execution;

import magicbench.harness.space.Layout;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.twin.TwinMaker;

/** The found network with position-wise networks of another width. */
public final class SameAgain implements TwinMaker {

  static final String NAME = "same-again";
  static final int INNER = 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Layout like(Layout found, Text text) {
    SpaceSettings space = found.space();
    return new Layout(
        new SpaceSettings(
            space.layers(), space.operators(), space.hidden(), space.heads(), INNER, 0),
        found.architecture());
  }
}
