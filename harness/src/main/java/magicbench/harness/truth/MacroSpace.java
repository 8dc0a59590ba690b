package magicbench.harness.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.MobileSettings.Stage;
import magicbench.harness.space.MobileSpace;
import magicbench.results.file.InputException;
import magicbench.results.own.MacroTruth;

/**
 * The space of NAS-Bench-Macro (Su et al., CVPR 2021, arXiv 2103.11922), all of whose 6,561 child
 * models were trained alone on CIFAR-10, as the authors' code builds them ({@code train/model.py}
 * of {@code github.com/xiusu/NAS-Bench-Macro}).
 *
 * <p>Parameters are the published ones; FLOPs are twice the published ones, which count a
 * multiply-add as one. What neither shows: their batch normalisation keeps running statistics where
 * ours is recalibrated.
 */
public final class MacroSpace {

  private static final MobileSettings SETTINGS =
      new MobileSettings(
          32,
          3,
          10,
          32,
          1,
          0,
          List.of(new Stage(2, 64, 2), new Stage(3, 128, 2), new Stage(3, 256, 2)),
          List.of(),
          List.of(),
          false,
          1280,
          "batch",
          List.of("skip", "project", "k3e3", "k5e6"),
          "relu");

  private MacroSpace() {}

  /**
   * The space.
   *
   * @return settings for CIFAR-10's pictures
   */
  public static MobileSettings settings() {
    return SETTINGS;
  }

  /**
   * The table as this space's ground truth.
   *
   * @param table the table as published, or a part of it
   * @return what is known of each child model, in the table's order
   * @throws InputException when the table tells other parameters or multiply-adds than the space
   */
  public static Map<Architecture, MacroTruth.Entry> truth(MacroTruth table) {
    MobileSpace space = SETTINGS.space();
    Map<Architecture, MacroTruth.Entry> truth = new LinkedHashMap<>();
    for (MacroTruth.Entry entry : table.entries()) {
      Architecture child = Architecture.parse(entry.architecture());
      long parameters = space.parameters(child);
      long multiplyAdds = space.forwardFlops(child) / 2;
      if (entry.parameters() != parameters || entry.multiplyAdds() != multiplyAdds) {
        throw new InputException(
            table.file() + " /" + entry.key(),
            "has %d parameters and %d multiply-adds, its network %d and %d"
                .formatted(entry.parameters(), entry.multiplyAdds(), parameters, multiplyAdds),
            "take NAS-Bench-Macro as published");
      }
      truth.put(child, entry);
    }
    return Collections.unmodifiableMap(truth);
  }
}
