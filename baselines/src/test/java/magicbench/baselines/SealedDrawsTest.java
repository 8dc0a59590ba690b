package magicbench.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ServiceLoader;
import magicbench.harness.sampling.LetterSpace;
import magicbench.harness.sampling.SamplerConformance;
import magicbench.harness.sampling.SamplingMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each method draws for one seed, in writing: records were made with these draws. Who changes
 * them on purpose gives the changed method's trials another identity.
 */
final class SealedDrawsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spos | [[c.b.c.a.b], [b.b.c.b.c], [a.c.b.b.a]]",
        "magic-t | [[c.b.c.a.b], [c.a.c.a.b], [b.a.c.a.b]]",
        "fairnas | [[a.b.a.a.b, b.a.c.c.c, c.c.b.b.a], [c.a.b.a.a, a.b.a.b.b, b.c.c.c.c],"
            + " [c.c.b.b.b, b.a.c.a.c, a.b.a.c.a]]",
        "replay | [[b.a.c.a.b], [c.a.c.a.b], [c.b.c.a.b]]",
        "shrinking | [[c.b.c.a.b], [b.b.c.b.c], [a.c.b.b.a]]",
        "pada-path | [[b.a.c.c.b], [b.b.a.c.c], [c.b.a.b.a]]",
        "sandwich | [[c.c.c.c.c, a.a.a.a.a, c.b.c.a.b, c.b.c.a.b], [c.c.c.c.c, a.a.a.a.a, b.b.c.b.c,"
            + " a.c.c.c.c], [c.c.c.c.c, a.a.a.a.a, a.c.b.b.a, a.c.b.a.a]]",
        "sumnas | [[a.b.a.a.b, b.a.c.c.c, c.c.b.b.a], [c.a.b.a.a, a.b.a.b.b, b.c.c.c.c],"
            + " [c.c.b.b.b, b.a.c.a.c, a.b.a.c.a]]"
      })
  void a_seed_draws_what_it_always_drew(String name, String run) {
    SamplingMethod method =
        ServiceLoader.load(SamplingMethod.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(
            new SamplerConformance(
                    method, JsonNodeFactory.instance.objectNode(), new LetterSpace(5, 3), 3)
                .run(1))
        .hasToString(run);
  }
}
