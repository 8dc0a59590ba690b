package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Optional;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.operator.Padding;
import magicbench.harness.operator.Scaling;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.TokenArrays;
import magicbench.harness.supernet.Trace;

/**
 * The forward and backward passes of a step. They leave the sum of its child models' gradients in
 * the weights.
 *
 * @param net whose child models
 * @param rule what they learn, where the batch has no teacher
 * @param alignment what they are aligned with
 * @param teacher what they learn from beside the truth
 * @param microBatch the number of sequences of one pass, 0 for the whole batch at once
 */
record StepPasses(
    SuperNet net,
    StepRule rule,
    Alignment alignment,
    Optional<LiveTeacher> teacher,
    int microBatch) {

  /**
   * Makes one forward and one backward pass for each child model.
   *
   * @param paths the child models
   * @param anchor what they are aligned with; a forward pass more
   * @param batch what they learn from
   * @return the sum of their masked-LM losses
   */
  double run(List<Architecture> paths, Optional<Architecture> anchor, Batch batch) {
    double sum = 0;
    for (Batch part : batch.parts(microBatch)) {
      sum += run(paths, anchor, part, part.shareOf(batch));
    }
    return sum;
  }

  /** A part counts by its masked places, so that all parts' gradients add up to the batch's. */
  private double run(
      List<Architecture> paths, Optional<Architecture> anchor, Batch part, double share) {
    try (NDManager scope = net.newScope()) {
      BatchArrays arrays = part.arrays(scope);
      Optional<SoftTokens> soft = soft(part);
      if (soft.isPresent()) {
        requireNothingElse(anchor);
        return taught(paths, soft.get(), arrays, share);
      }
      if (teacher.isPresent()) {
        return besideTeacher(paths, teacher.get(), TokenArrays.in(arrays), share);
      }
      return rule instanceof StepRule.Distil distil
          ? share * new InPlaceDistillation(net, distil.softShare()).backward(paths, arrays, share)
          : aligned(paths, anchor, arrays, share);
    }
  }

  private static Optional<SoftTokens> soft(Batch part) {
    return part instanceof TokenBatch tokens ? tokens.soft() : Optional.empty();
  }

  /** Else what the rule or the alignment asks for would silently be left out. */
  private void requireNothingElse(Optional<Architecture> anchor) {
    if (!(rule instanceof StepRule.Average) || anchor.isPresent() || teacher.isPresent()) {
      throw new IllegalArgumentException(
          "what a teacher left goes with averaged gradients alone, not with "
              + rule
              + ", an anchor or another teacher");
    }
  }

  /** Each child model learns the batch's teacher beside the truth. */
  private double taught(
      List<Architecture> paths, SoftTokens soft, BatchArrays arrays, double share) {
    double sum = 0;
    for (Architecture path : paths) {
      try (GradientCollector collector = arrays.scope().getEngine().newGradientCollector()) {
        NDArray logits = net.logits(path, arrays);
        NDArray loss = net.crossEntropy(logits, arrays);
        NDArray objective =
            Scaling.of(loss, share * (1 - soft.softShare()))
                .add(Scaling.of(soft.crossEntropy(logits), share * soft.softShare()));
        collector.backward(objective);
        sum += share * loss.getFloat();
      }
    }
    return sum;
  }

  /** The teacher's pass comes before the collectors, as an anchor's does. */
  private double besideTeacher(
      List<Architecture> paths, LiveTeacher beside, TokenArrays arrays, double share) {
    ChainSuperNet text = text();
    double sum = 0;
    LiveTeacher.View told = beside.ask(arrays.ids(), Padding.NONE);
    Optional<NDArray> scores =
        beside.lessons().softShare() > 0
            ? Optional.of(beside.logits(told, arrays))
            : Optional.empty();
    for (Architecture path : paths) {
      try (GradientCollector collector = arrays.scope().getEngine().newGradientCollector()) {
        LiveTeacher.View child = beside.view(text, path, text.embed(arrays), Padding.NONE);
        NDArray logits = text.score(child.last(), arrays.positions());
        NDArray truth = net.crossEntropy(logits, arrays);
        NDArray objective =
            beside.withDistances(beside.believed(logits, truth, scores), child, told, Padding.NONE);
        collector.backward(share == 1 ? objective : Scaling.of(objective, share));
        sum += share * truth.getFloat();
      }
    }
    return sum;
  }

  private ChainSuperNet text() {
    if (net instanceof ChainSuperNet text) {
      return text;
    }
    throw new IllegalArgumentException("a teacher beside can teach a network of text only");
  }

  /**
   * The anchor's pass comes before the collector: outside one the engine records nothing, so no
   * gradient can reach the anchor.
   */
  private double aligned(
      List<Architecture> paths, Optional<Architecture> anchor, BatchArrays arrays, double share) {
    double sum = 0;
    Optional<Trace> target = anchor.map(path -> net.trace(path, arrays));
    for (Architecture path : paths) {
      sum += share * backward(path, target, arrays, share);
    }
    return sum;
  }

  private double backward(
      Architecture path, Optional<Trace> target, BatchArrays arrays, double share) {
    try (GradientCollector collector = arrays.scope().getEngine().newGradientCollector()) {
      Trace child = net.trace(path, arrays);
      NDArray objective = objective(child, target);
      collector.backward(share == 1 ? objective : Scaling.of(objective, share));
      return child.loss().getFloat();
    }
  }

  private NDArray objective(Trace child, Optional<Trace> anchor) {
    return anchor
        .map(target -> child.loss().add(alignment.penalty(child, target)))
        .orElse(child.loss());
  }
}
