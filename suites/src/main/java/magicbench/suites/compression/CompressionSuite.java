package magicbench.suites.compression;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Does what is found in a super-net under a limit on its size beat a hand-made network as large,
 * the more so the smaller both are, and does a teacher help? Asked on tasks that the build brings
 * along, none of them GLUE's.
 */
@Asks("compression")
public final class CompressionSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("compression");
  }
}
