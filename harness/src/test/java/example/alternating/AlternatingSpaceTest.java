package example.alternating;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceContract;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/** What an author of a space tests: the contract kit, and that its child models are trained. */
// tag::test
final class AlternatingSpaceTest extends SpaceContract {

  private final AlternatingSpace space = new AlternatingSpace(4, 8);

  @Override
  protected SearchSpace space() {
    return space;
  }

  @Test
  void a_child_model_is_spelt_by_its_operators() {
    Architecture drawn = space.draw(new Seeds(1).random("example"));

    assertThat(drawn.toString()).matches("((mha|sep3|sep5)\\.(ffn|id)\\.?){2}");
    assertThat(Architecture.parse(drawn.toString())).isEqualTo(drawn);
  }

  @Test
  void a_step_of_a_super_net_trains_operators_of_this_space_only() {
    NetworkSize size = new NetworkSize(space.chain(), TinyTask.VOCABULARY, TinyTask.SEQUENCE);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(size, TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                TinyTask.uniform(space), // draws from this space, not from the chain
                TinyTask::batch,
                TinyTask.settings(10),
                TinyTask.SEEDS)) {
      Map<String, List<Float>> before = TinyTask.values(net);

      assertThat(trainer.runStep()).isEmpty(); // no failure

      Map<String, List<Float>> after = TinyTask.values(net);
      assertThat(after).isNotEqualTo(before);
      assertThat(after)
          .allSatisfy(
              (name, values) -> {
                if (name.matches("layer0[02]/ffn/.*|layer0[13]/(mha|sep.)/.*")) {
                  assertThat(values).isEqualTo(before.get(name));
                }
              });
    }
  }
}
// end::test
