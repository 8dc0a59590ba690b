package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import magicbench.harness.operator.Scaling;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.OperatorSpec;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;

/**
 * A trained network that is asked about every batch while others learn from it: for what is too
 * much to be stored, hidden states, where attention looks, and predictions at full scale.
 *
 * <p>The networks may differ in depth, width and heads. So hidden states are compared by how alike
 * any two places of a sequence are: the mean squared difference of the cosines of the last layers'
 * outputs, after Tung and Mori 2019 (arXiv 1907.09682), who compare examples so. Attention is
 * compared as MiniLM does (Wang et al. 2020, arXiv 2002.10957): the Kullback-Leibler divergence of
 * where the last attention layer looks, a mean over the places; theirs is a mean over the heads
 * too, ours is that of the heads' mean, since numbers of heads may differ.
 *
 * @param net the teacher's weights, which are never changed; stays the caller's to close
 * @param teacher the teacher
 * @param lessons what is learnt from it
 */
public record LiveTeacher(SuperNet net, Architecture teacher, Lessons lessons) {

  private static final int[] WIDTH = {-1};
  private static final double TINY = 1e-12;

  /**
   * The last layer of a network that is attention.
   *
   * @param space the network's space
   * @param path its layers
   * @return its number from 0; empty where the network has none
   */
  public static OptionalInt lastAttention(ChainSpace space, Architecture path) {
    List<String> attentions =
        space.operators().stream()
            .filter(OperatorSpec.Attention.class::isInstance)
            .map(OperatorSpec::name)
            .toList();
    return IntStream.range(0, path.operators().size())
        .filter(layer -> attentions.contains(path.operators().get(layer)))
        .reduce((first, second) -> second);
  }

  /**
   * What is compared of a forward pass.
   *
   * @param logits the scores of all tokens at the masked places, (masked, vocabulary)
   * @param last the last layer's output, (batch, sequence, H)
   * @param attention where the last attention layer looks, (batch, sequence, sequence); empty where
   *     nothing is learnt from it
   */
  record View(NDArray logits, NDArray last, Optional<NDArray> attention) {}

  /**
   * What the teacher makes of a batch. To be asked outside a gradient collector, so that the engine
   * records nothing of it.
   *
   * @param arrays the batch
   * @return arrays that die with the batch's
   */
  View ask(BatchArrays arrays) {
    return view(net, teacher, arrays);
  }

  /**
   * A forward pass.
   *
   * @param learner a network
   * @param child one of its child models
   * @param arrays a batch
   * @return arrays that die with the batch's
   */
  View view(SuperNet learner, Architecture child, BatchArrays arrays) {
    OptionalInt looks =
        lessons.attentionWeight() > 0
            ? lastAttention(learner.size().space(), child)
            : OptionalInt.empty();
    Optional<NDArray> attention = Optional.empty();
    NDArray stream = learner.embed(arrays);
    for (int layer = 0; layer < child.operators().size(); layer++) {
      String operator = child.operators().get(layer);
      if (looks.isPresent() && looks.getAsInt() == layer) {
        attention = learner.attention(layer, operator, stream);
      }
      stream = learner.layer(layer, operator, stream);
    }
    return new View(learner.score(stream, arrays.positions()), stream, attention);
  }

  /**
   * What a child model is trained to lower.
   *
   * @param truth its cross-entropy with the truth, a scalar
   * @param child its pass
   * @param told the teacher's on the same batch
   * @return a scalar
   */
  NDArray objective(NDArray truth, View child, View told) {
    NDArray objective = truth;
    if (lessons.softShare() > 0) {
      NDArray soft = crossEntropy(child.logits(), told.logits());
      objective =
          Scaling.of(truth, 1 - lessons.softShare()).add(Scaling.of(soft, lessons.softShare()));
    }
    if (lessons.hiddenWeight() > 0) {
      NDArray distance = unlikeness(child.last(), told.last());
      objective = objective.add(Scaling.of(distance, lessons.hiddenWeight()));
    }
    if (lessons.attentionWeight() > 0) {
      NDArray distance =
          divergence(child.attention().orElseThrow(), told.attention().orElseThrow());
      objective = objective.add(Scaling.of(distance, lessons.attentionWeight()));
    }
    return objective;
  }

  /** H(teacher, child), a mean over the masked places. */
  private static NDArray crossEntropy(NDArray logits, NDArray told) {
    return logits.logSoftmax(-1).mul(told.softmax(-1)).sum(WIDTH).mean().neg();
  }

  /**
   * How differently two networks relate the places of a sequence to each other.
   *
   * @param states (batch, sequence, H)
   * @param told (batch, sequence, H'), no gradient flows into it
   * @return a scalar, 0 to 4
   */
  static NDArray unlikeness(NDArray states, NDArray told) {
    return cosines(states).sub(cosines(told)).square().mean();
  }

  /** (batch, sequence, sequence). */
  private static NDArray cosines(NDArray states) {
    NDArray lengths = states.square().sum(WIDTH, true).add(TINY).sqrt();
    NDArray directions = states.div(lengths);
    return directions.matMul(directions.swapAxes(1, 2));
  }

  /**
   * The Kullback-Leibler divergence of where two networks look.
   *
   * @param shares (batch, sequence, sequence), rows of shares
   * @param told the teacher's
   * @return a scalar of 0 or more, in nats, a mean over the places
   */
  static NDArray divergence(NDArray shares, NDArray told) {
    NDArray logarithms = told.add(TINY).log().sub(shares.add(TINY).log());
    return logarithms.mul(told).sum(WIDTH).mean();
  }
}
