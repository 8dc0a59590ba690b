package magicbench.harness.experiment;

import java.nio.file.Path;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.ChildWeights;
import magicbench.results.file.WholeFile;

/** What a training run leaves for other trials to go on with, beside its weights' hash. */
@FunctionalInterface
interface Keeping {

  /** The file of a trial's output that holds a child model's weights. */
  String CHILD_WEIGHTS = "child.safetensors";

  /**
   * The file of a trial's output that holds a fine-tuned child model's weights, without its head.
   */
  String TUNED_WEIGHTS = "tuned-child.safetensors";

  /** The file of a trial's output that holds a super-net's weights. */
  String NET_WEIGHTS = "super-net.safetensors";

  /** Nothing. */
  Keeping NOTHING = (net, artifact) -> {};

  /** All weights. */
  Keeping ALL = (net, artifact) -> ChildWeights.writeAll(artifact.resolve(NET_WEIGHTS), net);

  /** One child model's weights. */
  static Keeping child(Architecture child) {
    return (net, artifact) -> ChildWeights.write(artifact.resolve(CHILD_WEIGHTS), net, child);
  }

  /** One child model's weights after its fine-tuning. */
  static Keeping tuned(Architecture child) {
    return (net, artifact) -> ChildWeights.write(artifact.resolve(TUNED_WEIGHTS), net, child);
  }

  /**
   * Leaves it.
   *
   * @param net the trained network
   * @param artifact the trial's output
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  void keep(SuperNet net, Path artifact);

  /**
   * Leaves two things.
   *
   * @param other what is left after this
   * @return both
   */
  default Keeping and(Keeping other) {
    return (net, artifact) -> {
      keep(net, artifact);
      other.keep(net, artifact);
    };
  }

  /**
   * Leaves it, and the weights' hash.
   *
   * @param net the trained network
   * @param artifact the trial's output
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  default void keepWithHash(SuperNet net, Path artifact) {
    keep(net, artifact);
    WholeFile.write(artifact.resolve(PacedTraining.WEIGHTS_HASH), WeightsHash.of(net) + "\n");
  }
}
