package magicbench.harness.experiment;

import java.util.List;
import java.util.stream.Collectors;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.space.MobileSettings;
import magicbench.results.record.Table;

/** Which image networks they were, as a record tells it. */
final class ImageLayoutTable {

  private ImageLayoutTable() {}

  /** One row a layout; a stage reads layers, width, stride. */
  static Table of(List<ImageLayout> layouts) {
    TableBuilder table =
        new TableBuilder(
            List.of("stemWidth", "firstWidth", "headWidth"),
            List.of("architecture", "stages", "normalisation"));
    for (ImageLayout layout : layouts) {
      MobileSettings space = layout.space();
      table
          .number("stemWidth", space.stemWidth())
          .number("firstWidth", space.firstWidth())
          .number("headWidth", space.headWidth())
          .text("architecture", layout.architecture())
          .text("stages", stages(space))
          .text("normalisation", space.normalisation())
          .endRow();
    }
    return table.build();
  }

  private static String stages(MobileSettings space) {
    return space.stages().stream()
        .map(stage -> stage.layers() + "x" + stage.width() + "s" + stage.stride())
        .collect(Collectors.joining(" "));
  }
}
