package magicbench.suites.session;

import java.util.Optional;
import magicbench.results.claim.ClaimRegistry;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands the JVM's one session to the suites, and skips the suites that nobody asked for. */
final class SessionExtension implements ParameterResolver, ExecutionCondition {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SessionExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return condition(options(), context.getTestClass());
  }

  /**
   * Whether a suite is asked for.
   *
   * @throws magicbench.results.file.InputException when no suite has the name that is
   */
  static ConditionEvaluationResult condition(Options options, Optional<Class<?>> suite) {
    requireKnown(options);
    Optional<Asks> asks = AnnotationSupport.findAnnotation(suite, Asks.class);
    return asks.map(Asks::value).map(options::asksFor).orElse(true)
        ? ConditionEvaluationResult.enabled("asked for")
        : ConditionEvaluationResult.disabled("not asked for: -Dsuite=" + options.suites());
  }

  /** Else a slip of the pen would skip every suite. */
  private static void requireKnown(Options options) {
    options.suites().claims(ClaimRegistry.fromClasspath(SessionExtension.class.getClassLoader()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Session.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Session.class, key -> Session.open(options()), Session.class);
  }

  private static Options options() {
    return Options.from(
        name -> nonBlank(System.getProperty(name)), name -> nonBlank(System.getenv(name)));
  }

  private static Optional<String> nonBlank(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
