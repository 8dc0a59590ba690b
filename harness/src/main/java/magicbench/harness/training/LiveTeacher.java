package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import magicbench.harness.operator.Padding;
import magicbench.harness.operator.Scaling;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.OperatorSpec;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.TokenArrays;

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
public record LiveTeacher(ChainSuperNet net, Architecture teacher, Lessons lessons) {

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
   * @param last the last layer's output, (batch, sequence, H)
   * @param attention where the last attention layer looks, (batch, sequence, sequence); empty where
   *     nothing is learnt from it
   */
  record View(NDArray last, Optional<NDArray> attention) {}

  /**
   * What the teacher makes of a batch. To be asked outside a gradient collector, so that the engine
   * need not record it; nothing flows back through it in any case.
   *
   * @param ids token ids, (batch, sequence)
   * @param padding which places are behind a sequence's end
   * @return arrays that die with the batch's
   */
  View ask(NDArray ids, Padding padding) {
    View told = view(net, teacher, net.embed(ids), padding);
    return new View(told.last().stopGradient(), told.attention().map(NDArray::stopGradient));
  }

  /**
   * How well the teacher fills in masked words.
   *
   * @param batch a batch
   * @param microBatch the number of sequences of one pass, 0 for the whole batch at once
   * @param alive is told of every pass
   * @return its cross-entropy with the truth, in nats
   */
  public double loss(TokenBatch batch, int microBatch, Runnable alive) {
    double sum = 0;
    for (TokenBatch part : batch.parts(microBatch)) {
      try (NDManager scope = net.newScope()) {
        sum += part.shareOf(batch) * net.loss(teacher, part.arrays(scope)).getFloat();
      }
      alive.run();
    }
    return sum;
  }

  /**
   * The teacher's scores of all tokens at the masked places.
   *
   * @param told what it made of the batch
   * @param arrays the batch
   * @return (masked, vocabulary); nothing flows back through it
   */
  NDArray logits(View told, TokenArrays arrays) {
    return net.score(told.last(), arrays.positions()).stopGradient();
  }

  /**
   * A forward pass.
   *
   * @param learner a network
   * @param child one of its child models
   * @param embedded what enters its first layer
   * @param padding which places are behind a sequence's end
   * @return arrays that die with the embedded
   */
  View view(ChainSuperNet learner, Architecture child, NDArray embedded, Padding padding) {
    OptionalInt looks =
        lessons.attentionWeight() > 0
            ? lastAttention(learner.size().space(), child)
            : OptionalInt.empty();
    List<NDArray> attention = new ArrayList<>();
    NDArray last =
        learner.layers(
            child,
            embedded,
            padding,
            (layer, stream) -> {
              if (looks.isPresent() && looks.getAsInt() == layer) {
                String operator = child.operators().get(layer);
                learner.attention(layer, operator, stream, padding).ifPresent(attention::add);
              }
            });
    return new View(last, attention.stream().findFirst());
  }

  /**
   * What a child model that fills in masked words is trained to lower.
   *
   * @param logits its scores, (masked, vocabulary)
   * @param truth its cross-entropy with the truth, a scalar
   * @param told the teacher's scores; empty where nothing is learnt of its predictions
   * @return a scalar, without distances
   */
  NDArray believed(NDArray logits, NDArray truth, Optional<NDArray> told) {
    return told.map(
            scores ->
                Scaling.of(truth, 1 - lessons.softShare())
                    .add(Scaling.of(crossEntropy(logits, scores), lessons.softShare())))
        .orElse(truth);
  }

  /**
   * Adds the distances that are learnt to a loss.
   *
   * @param loss a scalar
   * @param child the learner's pass
   * @param told the teacher's on the same batch
   * @param padding which places are behind a sequence's end: they don't count
   * @return a scalar
   */
  NDArray withDistances(NDArray loss, View child, View told, Padding padding) {
    NDArray objective = loss;
    if (lessons.hiddenWeight() > 0) {
      NDArray distance = unlikeness(child.last(), told.last(), padding);
      objective = objective.add(Scaling.of(distance, lessons.hiddenWeight()));
    }
    if (lessons.attentionWeight() > 0) {
      NDArray distance =
          divergence(child.attention().orElseThrow(), told.attention().orElseThrow(), padding);
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
   * @param padding which places are behind a sequence's end
   * @return a scalar, 0 to 4: the mean over sequences of that over pairs of places, each place's
   *     with itself, which is 0, among them
   */
  static NDArray unlikeness(NDArray states, NDArray told, Padding padding) {
    NDArray pairs = cosines(states).sub(cosines(told)).square();
    return overPlaces(padding.mean(pairs), padding);
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
   * @param padding which places are behind a sequence's end
   * @return a scalar of 0 or more, in nats: the mean over sequences of that over places
   */
  static NDArray divergence(NDArray shares, NDArray told, Padding padding) {
    NDArray logarithms = told.add(TINY).log().sub(shares.add(TINY).log());
    return overPlaces(logarithms.mul(told).sum(WIDTH), padding);
  }

  /** Of (batch, sequence). */
  private static NDArray overPlaces(NDArray values, Padding padding) {
    return padding.mean(values.expandDims(2)).mean();
  }
}
