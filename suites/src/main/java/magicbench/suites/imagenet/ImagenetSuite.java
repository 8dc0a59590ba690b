package magicbench.suites.imagenet;

import java.util.stream.Stream;
import magicbench.suites.session.Asks;
import magicbench.suites.session.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Does what is claimed hold in a space of image networks too: interference, better ranks, and found
 * networks that beat hand-made ones as large? Asked on small pictures, and planned on ImageNet's.
 */
@Asks("imagenet")
public final class ImagenetSuite {

  @TestFactory
  Stream<DynamicTest> claims(Session session) {
    return session.claims("imagenet");
  }
}
