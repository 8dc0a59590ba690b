package magicbench.harness.training;

/**
 * What the two losses of replaced-token detection count for in their sum.
 *
 * @param generator the weight of the generator's masked-LM loss, above 0
 * @param discriminator the weight of the detection loss, above 0; 50 in ELECTRA
 */
public record LossWeights(double generator, double discriminator) {

  /** Checks the weights. */
  public LossWeights {
    require("generatorWeight", generator);
    require("discriminatorWeight", discriminator);
  }

  private static void require(String name, double weight) {
    if (!(weight > 0 && weight < 1e6)) {
      throw new IllegalArgumentException(
          name + " is " + weight + "; it must be above 0 and below 1000000");
    }
  }
}
