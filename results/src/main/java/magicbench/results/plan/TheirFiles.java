package magicbench.results.plan;

import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.MissingDataException;

/**
 * A data set's own files, which everybody fetches from their owners, laid over a scale's settings.
 *
 * @param name what the setting, the folder and the command that fetches them are called
 * @param owner whose files they are, for messages
 * @param kinds the kinds of trial that read them; some read others where a scale doesn't name these
 * @param remedy how to get them, for messages
 */
record TheirFiles(String name, String owner, List<String> kinds, String remedy) {

  private static final String WANTED = "folder";

  /** Files that a command fetches. */
  TheirFiles(String name, String owner, List<String> kinds) {
    this(
        name,
        owner,
        kinds,
        "get them with 'magicbench data fetch "
            + name
            + " --to DIR', then give -Dmagicbench.data=DIR");
  }

  Overrides in(Path folder) {
    return of(kinds, folder);
  }

  Overrides in(Scale scale, Path data) {
    return of(kinds.stream().filter(kind -> isRead(scale, kind)).toList(), data.resolve(name));
  }

  private boolean isRead(Scale scale, String kind) {
    Scale.Experiment experiment = scale.experiments().get(kind);
    return experiment != null && experiment.settings().path(name).asText().equals(WANTED);
  }

  private Overrides of(List<String> readers, Path folder) {
    return readers.stream()
        .map(kind -> Overrides.ofFolder(kind, name, folder))
        .reduce(Overrides.none(), Overrides::and);
  }

  void requireNamed(Plan plan) {
    boolean unnamed =
        plan.trials().stream()
            .anyMatch(trial -> trial.settings().path(name).asText().equals(WANTED));
    if (unnamed) {
      throw new MissingDataException(
          "scale " + plan.scale(), "wants " + owner + " files, and no folder is named", remedy);
    }
  }
}
