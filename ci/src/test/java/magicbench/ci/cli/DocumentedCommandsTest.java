package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import magicbench.ci.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever command line a document shows, the command understands. */
final class DocumentedCommandsTest {

  static List<String> commands() {
    return Documents.commands();
  }

  @Test
  void the_documents_show_every_command_that_people_use() {
    Stream<String> names = commands().stream().map(line -> line.replaceFirst(" .*", "")).distinct();

    assertThat(names).contains("doctor", "plan", "run", "judge", "report", "gate", "accept");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_line_in_a_document_names_a_real_command_with_real_options(String line) {
    assertThatCode(
            () -> Magicbench.commandLine(Surroundings.ofProcess()).parseArgs(line.split(" +")))
        .doesNotThrowAnyException();
  }
}
