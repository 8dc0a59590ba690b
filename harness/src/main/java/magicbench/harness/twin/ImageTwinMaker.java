package magicbench.harness.twin;

import magicbench.harness.space.ImageLayout;

/** A hand-made kind of image network, found by its name with {@link java.util.ServiceLoader}. */
public interface ImageTwinMaker {

  /**
   * The kind's name.
   *
   * @return for instance {@code mobile-net-v2}
   */
  String name();

  /**
   * Makes the one that is nearest to another network in parameters and FLOPs.
   *
   * @param found the other network
   * @return a layout for images of the same measures; how near it came is the caller's to measure
   */
  ImageLayout like(ImageLayout found);
}
