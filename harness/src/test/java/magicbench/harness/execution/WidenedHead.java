package magicbench.harness.execution;

import magicbench.harness.space.ImageLayout;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.twin.ImageTwinMaker;

/** The found image network with a wider head. */
public final class WidenedHead implements ImageTwinMaker {

  static final String NAME = "widened-head";
  static final int HEAD = 11;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ImageLayout like(ImageLayout found) {
    MobileSettings space = found.space();
    return new ImageLayout(
        new MobileSettings(
            space.side(),
            space.channels(),
            space.classes(),
            space.stemWidth(),
            space.stemStride(),
            space.firstWidth(),
            space.stages(),
            space.kernels(),
            space.expansions(),
            space.skip(),
            HEAD,
            space.normalisation()),
        found.architecture());
  }
}
