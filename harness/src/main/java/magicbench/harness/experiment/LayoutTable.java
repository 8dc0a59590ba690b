package magicbench.harness.experiment;

import java.util.List;
import magicbench.harness.space.Layout;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.record.Table;

/** Which network it was, which a search may have found, as a record tells it. */
final class LayoutTable {

  private LayoutTable() {}

  /** One row. */
  static Table of(Layout layout) {
    SpaceSettings space = layout.space();
    TableBuilder table =
        new TableBuilder(
            List.of("hidden", "heads", "ffnInner", "sepConvExpansion"),
            List.of("architecture", "form"));
    table
        .number("hidden", space.hidden())
        .number("heads", space.heads())
        .number("ffnInner", space.ffnInner())
        .number("sepConvExpansion", space.sepConvExpansion())
        .text("architecture", layout.architecture())
        .text("form", space.space().form().spelling())
        .endRow();
    return table.build();
  }
}
