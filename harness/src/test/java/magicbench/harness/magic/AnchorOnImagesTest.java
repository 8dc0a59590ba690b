package magicbench.harness.magic;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.harness.training.Aligning;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyImages;
import magicbench.harness.training.TinyTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alignment of hidden states that are images. */
class AnchorOnImagesTest {

  private static final Architecture FIRST = Architecture.parse("k3e2.skip.k5e3.k3e3");
  private static final Architecture SECOND = Architecture.parse("k5e3.k5e3.k3e2.skip");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @AfterEach
  void free() {
    manager.close();
  }

  private Alignment alignment() {
    return new AnchorMethod().create(settings);
  }

  private MobileSuperNet net() {
    return new MobileSuperNet(
        TinyImages.space("batch").space(), TinyImages.SEEDS, manager, DataType.FLOAT32);
  }

  /** The batch that selects begins with calibration images, those that train don't. */
  private static SuperNetTrainer trainer(MobileSuperNet net, Alignment alignment) {
    return new SuperNetTrainer(
        net,
        new Recipe(
            TinyTask.uniform(net.size()),
            new Aligning(alignment, List.of(TinyImages.batch(-1, 8, 8)))),
        step -> TinyImages.batch(step, 16, 0),
        TinyImages.learning(250),
        TinyImages.SEEDS);
  }

  private Map<String, List<Float>> trained(Alignment alignment) {
    try (MobileSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, alignment)) {
      trainer.trainTo(10);
      return TinyTask.values(net);
    }
  }

  @Test
  void weight_zero_equals_no_alignment_bit_for_bit() {
    settings.put("weight", 0);
    Map<String, List<Float>> without = trained(new NoAlignment());
    assertThat(trained(alignment())).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy", "cosine"})
  void a_weight_above_zero_changes_the_training(String distance) {
    settings.put("weight", 0.1).put("distance", distance);
    Map<String, List<Float>> without = trained(new NoAlignment());
    assertThat(trained(alignment())).isNotEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy", "cosine"})
  void a_child_model_is_at_no_distance_from_itself_and_at_some_from_others(String distance) {
    settings.put("distance", distance);
    try (MobileSuperNet net = net();
        NDManager scope = net.newScope()) {
      BatchArrays batch = TinyImages.batch(0, 6, 0).arrays(scope);
      assertThat(penalty(net, FIRST, FIRST, batch)).isLessThan(1e-5f);
      assertThat(penalty(net, SECOND, FIRST, batch)).isGreaterThan(1e-3f);
    }
  }

  private float penalty(
      MobileSuperNet net, Architecture child, Architecture anchor, BatchArrays batch) {
    return alignment().penalty(net.trace(child, batch), net.trace(anchor, batch)).getFloat();
  }

  /** A heavy weight on another child model's states: the aligned net ends nearer to its anchor. */
  @Test
  void pulls_the_child_model_towards_its_anchor() {
    assertThat(distanceAfter(10)).isLessThan(0.7 * distanceAfter(0));
  }

  private double distanceAfter(double weight) {
    settings.put("weight", weight).put("anchor", "fixed");
    ImageBatch batch = TinyImages.batch(1000, 16, 0);
    try (MobileSuperNet net = net();
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new Recipe(
                    new Script(Collections.nCopies(60, FIRST)),
                    new Aligning(anchored(), List.of())),
                step -> TinyImages.batch(step, 8, 0),
                TinyTask.settings(60),
                TinyImages.SEEDS);
        NDManager scope = net.newScope()) {
      trainer.trainTo(60);
      settings.put("weight", 1);
      return penalty(net, FIRST, SECOND, batch.arrays(scope));
    }
  }

  /** The second child model is the anchor, whichever is trained. */
  private Alignment anchored() {
    Alignment alignment = alignment();
    alignment.trained(0, SECOND, child -> 1);
    return alignment;
  }

  @Test
  void still_learns() {
    settings.put("warmupSteps", 5);
    List<ImageBatch> held = List.of(TinyImages.batch(1000, 32, 16));
    try (MobileSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, alignment())) {
      trainer.trainTo(250);
      assertThat(trainer.validationLoss(held, List.of(FIRST))).isLessThan(0.5 * Math.log(3));
    }
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    settings.put("everySteps", 2);
    try (MobileSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, alignment())) {
      trainer.trainTo(3);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(11);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }
}
