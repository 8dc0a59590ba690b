package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of containers keep to the rules, and the rules find what they are for. */
final class ContainerfileTest {

  static List<Path> containerfiles() {
    return Recipes.containerfiles();
  }

  private static String sound() {
    return Recipes.text(containerfiles().get(0));
  }

  @Test
  void there_is_one_for_processors_and_one_for_cuda() {
    assertThat(containerfiles())
        .extracting(Recipes::name)
        .containsExactly("ci/container/Containerfile.cpu", "ci/container/Containerfile.cuda");
  }

  @ParameterizedTest
  @MethodSource("containerfiles")
  void a_recipe_keeps_to_the_rules(Path file) {
    assertThat(ContainerRules.faults(Recipes.text(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USER bench | USER root | the last instruction is no USER other than root",
        "USER bench | RUN true | the last instruction is no USER other than root",
        "ARG BASE_IMAGE | ARG BASE_IMAGE=debian | no argument BASE_IMAGE without a default",
        "FROM ${BASE_IMAGE:?give_--build-arg_BASE_IMAGE=NAME@sha256:DIGEST} | FROM debian:latest"
            + " | a base of its own",
        "*@sha256:*) ;; | *) ;; | nothing refuses a base image without a digest",
        "--no-install-recommends | --yes | apt-get install without --no-install-recommends",
        "rm -rf /var/lib/apt/lists/* | true | apt's lists are not fetched and removed",
        "WORKDIR /home | ADD https://example.org/x /home | ADD instead of COPY",
        "WORKDIR /home | ENV API_KEY=x | a secret",
        "WORKDIR /home | HEALTHCHECK CMD true | a HEALTHCHECK",
        "RUN useradd | RUN curl example.org; useradd | curl, wget or sudo"
      })
  void a_seeded_fault_is_found(String part, String broken, String fault) {
    String text = sound();
    assertThat(text).contains(part);

    assertThat(ContainerRules.faults(text.replace(part, broken)))
        .anySatisfy(line -> assertThat(line).contains(fault));
  }

  @Test
  void the_cuda_recipe_asks_for_the_cuda_that_the_gpu_profile_takes() {
    String pom = Recipes.text(Modules.root().resolve("pom.xml"));

    assertThat(pom).contains("<pytorch.native>pytorch-native-cu124</pytorch.native>");
    assertThat(Recipes.text(containerfiles().get(1))).contains("pytorch-native-cu124", "12.4*)");
  }
}
