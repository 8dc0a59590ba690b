package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.data.CorpusSummary;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.DataOrigin;
import magicbench.harness.data.DataSet;
import magicbench.results.record.Provenance;

/** Names the files behind a corpus as records do. */
final class DataOrigins {

  private DataOrigins() {}

  static List<Provenance.DataFile> of(CorpusSummary summary) {
    DataCatalogue catalogue = new DataCatalogue();
    List<Provenance.DataFile> files = new ArrayList<>();
    files.add(published(catalogue.dataSet(DataCatalogue.MINILM)));
    summary.origins().forEach(origin -> files.add(file(catalogue, origin)));
    return files;
  }

  private static Provenance.DataFile file(DataCatalogue catalogue, DataOrigin origin) {
    Optional<DataSet> known =
        catalogue.dataSets().stream()
            .filter(dataSet -> dataSet.sha256().equals(origin.sha256()))
            .findFirst();
    return known
        .map(DataOrigins::published)
        .orElseGet(() -> new Provenance.DataFile(origin.name(), null, origin.sha256(), null, null));
  }

  /** A file that the catalogue knows. */
  static Provenance.DataFile published(DataSet dataSet) {
    return new Provenance.DataFile(
        dataSet.name(), dataSet.version(), dataSet.sha256(), dataSet.bytes(), dataSet.licence());
  }
}
