package magicbench.suites;

import java.util.List;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;

/** The scales that ship and ask some claim: one is for a command alone. */
final class AskingScales {

  private AskingScales() {}

  static Stream<Scale> of(List<Claim> claims) {
    return Scales.fromClasspath(AskingScales.class.getClassLoader()).all().stream()
        .filter(scale -> asks(scale, claims));
  }

  static boolean asks(Scale scale, List<Claim> claims) {
    return claims.stream().anyMatch(scale::asks);
  }
}
