package magicbench.harness.probe;

/**
 * One operator that a base child model and a partner share, on the base's batch.
 *
 * <p>All three values are cosines, -1 to 1; not-a-number where a vector is zero or not finite.
 *
 * @param base the base's number, from 0
 * @param differences the number of layers in which base and partner differ, 1 to L-1
 * @param layer the shared operator's layer, from 0
 * @param operator the shared operator's name; never the identity, which has no parameters
 * @param gradientCosine cosine of the two gradients of all of the operator's parameters
 * @param inputSimilarity mean over tokens of the cosine of the layer's inputs
 * @param outputSimilarity mean over tokens of the cosine of what the operator adds
 */
public record ProbeRow(
    int base,
    int differences,
    int layer,
    String operator,
    double gradientCosine,
    double inputSimilarity,
    double outputSimilarity) {}
