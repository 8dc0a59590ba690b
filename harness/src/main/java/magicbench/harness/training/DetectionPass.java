package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import magicbench.harness.operator.Padding;
import magicbench.harness.operator.Scaling;
import magicbench.harness.supernet.TokenArrays;

/**
 * One forward pass of the generator and of the discriminator.
 *
 * @param batch what the generator read
 * @param text what the discriminator read
 * @param generatorLoss the mean cross-entropy of the masked tokens, a scalar in nats
 * @param outputs above 0 where the discriminator takes a token for replaced, (batch, sequence, 1)
 * @param detectionLoss the mean binary cross-entropy over all places, a scalar in nats
 */
record DetectionPass(
    TokenBatch batch,
    DetectionBatch text,
    NDArray generatorLoss,
    NDArray outputs,
    NDArray detectionLoss) {

  /** Chooses tokens for the masked places. */
  @FunctionalInterface
  interface Choice {

    /** Given the generator's scores, (masked, vocabulary), one token a place. */
    int[] of(NDArray logits);
  }

  /**
   * Makes the pass.
   *
   * @param nets the networks
   * @param scope the pass's manager
   * @param batch a masked-LM batch
   * @param choice what the discriminator finds in the masked places
   */
  static DetectionPass of(DetectionNets nets, NDManager scope, TokenBatch batch, Choice choice) {
    TokenArrays arrays = batch.arrays(scope);
    NDArray logits = nets.generator().logits(nets.generatorChild(), arrays);
    NDArray generatorLoss = nets.generator().crossEntropy(logits, arrays);
    DetectionBatch text = DetectionBatch.of(batch, choice.of(logits));
    NDArray stream = nets.discriminator().encode(nets.child(), text.ids(scope), Padding.NONE);
    NDArray outputs = nets.head().outputsEverywhere(stream);
    return new DetectionPass(
        batch, text, generatorLoss, outputs, crossEntropy(outputs, text.signs(scope)));
  }

  /** log(1 + exp(x)) of the output against its sign: the engine's softplus overflows nowhere. */
  private static NDArray crossEntropy(NDArray outputs, NDArray signs) {
    return outputs.mul(signs).getNDArrayInternal().softPlus().mean();
  }

  /**
   * The weighed sum of both losses. A part of a batch counts by its masked places for the generator
   * and by all its places for the discriminator, so that all parts' gradients add up to the
   * batch's.
   *
   * @param weights what the losses count for
   * @param whole the batch that the pass's is a part of
   */
  NDArray objective(LossWeights weights, TokenBatch whole) {
    double rows = (double) batch.batch() / whole.batch();
    return Scaling.of(generatorLoss, weights.generator() * batch.shareOf(whole))
        .add(Scaling.of(detectionLoss, weights.discriminator() * rows));
  }
}
