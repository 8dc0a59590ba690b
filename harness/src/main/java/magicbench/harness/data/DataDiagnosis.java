package magicbench.harness.data;

import java.util.List;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.record.Diagnosis;

/**
 * Says which data sets are at hand, and whether each is the published file; of those that only a
 * profile of the build fetches, nothing where they aren't.
 */
public final class DataDiagnosis implements Diagnosis {

  private final DataFiles files;

  /** Looks where system properties say; see {@link DataFiles#fromSystemProperties()}. */
  public DataDiagnosis() {
    this(DataFiles.fromSystemProperties());
  }

  DataDiagnosis(DataFiles files) {
    this.files = files;
  }

  @Override
  public List<Finding> examine() {
    DataCatalogue catalogue = new DataCatalogue();
    return Stream.concat(
            catalogue.dataSets().stream().map(this::examine),
            catalogue.optional().stream().filter(files::has).map(this::examine))
        .toList();
  }

  private Finding examine(DataSet dataSet) {
    String subject = "data " + dataSet.name();
    try {
      return Finding.ok(subject, files.resolve(dataSet) + ", checksum right");
    } catch (InputException e) {
      return Finding.missing(
          subject,
          e.getMessage(),
          "run '" + dataSet.command() + "' once: Maven fetches " + dataSet.coordinates());
    }
  }
}
