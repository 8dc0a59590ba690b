package magicbench.harness.experiment;

import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.training.LossWeights;

/**
 * The settings of pre-training by replaced tokens.
 *
 * @param discriminatorWeight the weight of the detection loss, above 0; 50 in ELECTRA
 * @param generatorWeight the weight of the generator's loss, above 0; 1 in ELECTRA
 * @param generator the generator, usually narrower than the child model that is pre-trained
 */
record ReplacedTokens(double discriminatorWeight, double generatorWeight, Layout generator) {

  /** The objective's name. */
  static final String NAME = "replaced-tokens";

  ReplacedTokens {
    new LossWeights(generatorWeight, discriminatorWeight);
    if (generator == null) {
      throw new IllegalArgumentException("generator is missing");
    }
  }

  LossWeights lossWeights() {
    return new LossWeights(generatorWeight, discriminatorWeight);
  }

  /** The generator's measures: it reads the same text. */
  NetworkSize size(InterferenceSettings.Text text) {
    return generator.size(text.vocabularySize(), text.sequenceLength());
  }
}
