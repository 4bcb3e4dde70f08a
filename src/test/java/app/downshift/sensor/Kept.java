package app.downshift.sensor;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much a value of ours holds on to, roughly: 8 bytes a field, arrays and texts by length. */
final class Kept {
  private static final String HOUSE = "app.downshift.";

  private Kept() {}

  static long bytes(Object root) {
    return bytes(root, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static long bytes(Object object, Set<Object> seen) {
    if (object == null || object instanceof Enum || !seen.add(object)) {
      return 0;
    }
    if (object.getClass().isArray()) {
      long sum = 0;
      boolean values = object.getClass().getComponentType().isPrimitive();
      for (int i = 0; !values && i < Array.getLength(object); i++) {
        sum += 8 + bytes(Array.get(object, i), seen);
      }
      return values ? 4L * Array.getLength(object) : sum;
    }
    if (object instanceof CharSequence text) {
      return 2L * text.length();
    }
    if (object instanceof Optional<?> optional) {
      return optional.map(inside -> bytes(inside, seen)).orElse(0L);
    }
    if (object instanceof Map<?, ?> map) {
      return bytes(map.keySet(), seen) + bytes(map.values(), seen);
    }
    long sum = 0;
    if (object instanceof Iterable<?> all) {
      for (Object each : all) {
        sum += 8 + bytes(each, seen);
      }
      return sum;
    }
    for (Class<?> type = object.getClass();
        type != null && type.getName().startsWith(HOUSE);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          sum += 8 + (field.getType().isPrimitive() ? 0 : bytes(get(field, object), seen));
        }
      }
    }
    return sum;
  }

  private static Object get(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
  }
}
