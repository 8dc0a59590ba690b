package magicbench.harness.data;

import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.record.Diagnosis;

/** Says which data sets are at hand, and whether each is the published file. */
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
    return new DataCatalogue().dataSets().stream().map(this::examine).toList();
  }

  private Finding examine(DataSet dataSet) {
    String subject = "data " + dataSet.name();
    try {
      return Finding.ok(subject, files.resolve(dataSet) + ", checksum right");
    } catch (InputException e) {
      return Finding.missing(
          subject,
          e.getMessage(),
          "run 'mvn -B verify' once: Maven fetches " + dataSet.coordinates());
    }
  }
}
