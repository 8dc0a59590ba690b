package magicbench.harness.execution;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Versions of the libraries that every draw comes from: another one may draw other numbers. */
final class RandomVersions {

  private RandomVersions() {}

  /** All versions in one line, for instance {@code commons-rng 1.6 1.6 1.6 1.6}. */
  static String text() {
    return Stream.of(
            UniformRandomProvider.class,
            XoShiRo256PlusPlus.class,
            RandomSource.class,
            PermutationSampler.class)
        .map(type -> Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("?"))
        .collect(Collectors.joining(" ", "commons-rng ", ""));
  }
}
