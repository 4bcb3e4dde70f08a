package app.downshift;
import org.junit.jupiter.api.Test;
class SkeletonTest { @Test void x() {} }
