package magicbench.harness.experiment;

import java.nio.file.Path;
import magicbench.harness.space.Layout;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.file.InputException;

/** Which network a trial goes on with: the one that its settings name, or what was left for it. */
final class ChildLayout {

  private ChildLayout() {}

  /**
   * The layout.
   *
   * @param space the settings' search space
   * @param architecture the child model, as text; null where the pre-training left the layout,
   *     which may be of another space then
   * @param needs what was left
   * @throws InputException when both have one, and they are not of one network
   */
  static Layout of(SpaceSettings space, String architecture, Needs needs) {
    if (architecture == null) {
      return LayoutFile.read(needs.only(LayoutFile.NAME, PreTrainingExperiment.KIND));
    }
    Layout own = new Layout(space, architecture);
    for (Path file : needs.all(LayoutFile.NAME)) {
      if (!LayoutFile.read(file).isSameNetwork(own)) {
        throw new InputException(
            file.toString(),
            "is of another network than the settings' space and architecture",
            "give both trials the same ones, or leave the architecture out");
      }
    }
    return own;
  }
}
