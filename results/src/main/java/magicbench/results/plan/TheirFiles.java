package magicbench.results.plan;

import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.MissingDataException;

/**
 * A data set's own files, which everybody fetches from their owners, laid over a scale's settings.
 *
 * @param name what the setting, the folder and the command that fetches them are called
 * @param owner whose files they are, for messages
 * @param kinds the kinds of trial that read them; where a scale has none of the first kind, it
 *     reads none
 */
record TheirFiles(String name, String owner, List<String> kinds) {

  private static final String WANTED = "folder";

  Overrides in(Path folder) {
    return kinds.stream()
        .map(kind -> Overrides.ofFolder(kind, name, folder))
        .reduce(Overrides.none(), Overrides::and);
  }

  Overrides in(Scale scale, Path data) {
    return scale.experiments().containsKey(kinds.get(0))
        ? in(data.resolve(name))
        : Overrides.none();
  }

  void requireNamed(Plan plan) {
    boolean unnamed =
        plan.trials().stream()
            .anyMatch(trial -> trial.settings().path(name).asText().equals(WANTED));
    if (unnamed) {
      throw new MissingDataException(
          "scale " + plan.scale(),
          "wants " + owner + " files, and no folder is named",
          "get them with 'magicbench data fetch "
              + name
              + " --to DIR', then give -Dmagicbench.data=DIR");
    }
  }
}
