package magicbench.harness.sampling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Which tests of a contract fail: shows that a fault put in on purpose is caught, and by what.
 *
 * <p>Give it a private nested class that extends the contract and names the faulty method; JUnit
 * itself doesn't run such a class.
 */
public final class FailedTests {

  private FailedTests() {}

  /**
   * Runs every {@link Test} method without parameters, inherited ones included.
   *
   * @param contract an instance of the contract's subclass
   * @return the names of the methods whose assertion failed
   * @throws IllegalStateException when one ends otherwise than by an assertion, or there is none
   */
  public static SortedSet<String> of(Object contract) {
    SortedSet<String> failed = new TreeSet<>();
    int tests = 0;
    for (Class<?> type = contract.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          tests++;
          if (fails(method, contract)) {
            failed.add(method.getName());
          }
        }
      }
    }
    if (tests == 0) {
      throw new IllegalStateException(contract.getClass() + " has no test");
    }
    return failed;
  }

  private static boolean fails(Method test, Object contract) {
    try {
      test.setAccessible(true);
      test.invoke(contract);
      return false;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AssertionError) {
        return true;
      }
      throw new IllegalStateException(test.getName() + " broke off", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(test.getName() + " can't be called", e);
    }
  }
}
