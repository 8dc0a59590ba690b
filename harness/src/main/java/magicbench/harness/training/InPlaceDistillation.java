package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Optional;
import magicbench.harness.operator.Scaling;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;

/**
 * The passes of a step whose first child model teaches the others.
 *
 * @param net whose child models
 * @param softShare the soft labels' part of the others' loss, 0 to 1
 */
record InPlaceDistillation(SuperNet net, double softShare) {

  private static final int[] VOCABULARY = {1};

  /**
   * Adds all child models' gradients up.
   *
   * @param paths the teacher, then those that it teaches
   * @param arrays a batch
   * @param share what the batch counts for, above 0, at most 1
   * @return the sum of the masked-LM losses
   */
  double backward(List<Architecture> paths, BatchArrays arrays, double share) {
    double sum = 0;
    Optional<NDArray> labels = Optional.empty();
    for (Architecture path : paths) {
      try (GradientCollector collector = arrays.scope().getEngine().newGradientCollector()) {
        NDArray logits = net.logits(path, arrays);
        NDArray loss = net.crossEntropy(logits, arrays);
        NDArray objective = labels.map(soft -> mixed(loss, logits, soft)).orElse(loss);
        collector.backward(share == 1 ? objective : Scaling.of(objective, share));
        labels = labels.or(() -> Optional.of(softLabels(logits)));
        sum += loss.getFloat();
      }
    }
    return sum;
  }

  /**
   * A teacher's soft labels.
   *
   * @param logits (masked, vocabulary)
   * @return probabilities of the same shape that no gradient flows through
   */
  static NDArray softLabels(NDArray logits) {
    return logits.stopGradient().softmax(-1);
  }

  /**
   * What a taught child model's loss is.
   *
   * @param loss its cross-entropy with the truth, a scalar
   * @param logits its scores, (masked, vocabulary)
   * @param labels the teacher's probabilities, same shape
   * @return a scalar; the mean over the masked places
   */
  NDArray mixed(NDArray loss, NDArray logits, NDArray labels) {
    NDArray soft = logits.logSoftmax(-1).mul(labels).sum(VOCABULARY).mean().neg();
    return Scaling.of(loss, 1 - softShare).add(Scaling.of(soft, softShare));
  }
}
