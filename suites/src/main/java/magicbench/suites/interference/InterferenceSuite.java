package magicbench.suites.interference;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Does interference between child models grow with the number of operators that differ? */
@Asks("interference")
public final class InterferenceSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("interference");
  }
}
