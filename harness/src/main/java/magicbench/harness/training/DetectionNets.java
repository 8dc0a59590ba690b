package magicbench.harness.training;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.Weight;

/**
 * The two networks of replaced-token detection (Clark et al., ICLR 2020, section 2) and the head
 * that answers for each place.
 *
 * <p>Two things are simpler than in ELECTRA. The networks share nothing, not even the token table,
 * since the generator may be narrower and ELECTRA's projection between the widths is left out. And
 * the head is a LayerNorm and one linear map, where ELECTRA has a dense layer with GELU before the
 * linear map.
 *
 * @param generator holds the generator's weights, on the same device
 * @param generatorChild the generator, a child model of it
 * @param discriminator holds the discriminator's weights
 * @param child the discriminator, a child model of it
 * @param head has one output, as wide as the discriminator
 */
public record DetectionNets(
    ChainSuperNet generator,
    Architecture generatorChild,
    ChainSuperNet discriminator,
    Architecture child,
    ClassificationHead head) {

  private static final String GENERATOR = "generator/";

  /**
   * All weights that have a part in it, hence not those of the discriminator's masked-LM head. The
   * generator's bear another name, since both networks name theirs alike.
   */
  List<Weight> weights() {
    List<Weight> weights = new ArrayList<>(head.weights());
    weights.addAll(discriminator.encoderParametersOf(child));
    generator.parametersOf(generatorChild).stream()
        .map(weight -> new Weight(GENERATOR + weight.name(), weight.kind(), weight.array()))
        .forEach(weights::add);
    return weights;
  }
}
