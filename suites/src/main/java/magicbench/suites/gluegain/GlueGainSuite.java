package magicbench.suites.gluegain;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Is the gain on GLUE as large as the paper says? Asked at paper scale only, on GLUE's own files,
 * which the user fetches.
 */
@Asks("glue-gain")
public final class GlueGainSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("glue-gain");
  }
}
