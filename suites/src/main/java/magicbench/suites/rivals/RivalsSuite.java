package magicbench.suites.rivals;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other papers say ranks better, and what the paper's own explanations imply. */
@Asks("rivals")
public final class RivalsSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("rivals");
  }
}
