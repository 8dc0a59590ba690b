package magicbench.harness.twin;

import magicbench.harness.space.Layout;

/** A hand-made kind of network, found by its name with {@link java.util.ServiceLoader}. */
public interface TwinMaker {

  /**
   * The kind's name.
   *
   * @return for instance {@code bert}
   */
  String name();

  /**
   * Makes the one that is nearest to another network in parameters and FLOPs.
   *
   * @param found the other network
   * @param text the embeddings that both have
   * @return a layout of the same hidden size; how near it came is the caller's to measure
   */
  Layout like(Layout found, Text text);

  /**
   * What embeddings are made for.
   *
   * @param vocabulary the number of tokens, at least 2
   * @param sequence tokens of a sequence, at least 1
   */
  record Text(int vocabulary, int sequence) {}
}
