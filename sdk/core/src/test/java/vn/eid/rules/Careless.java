package vn.eid.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Reaches by name whatever it can; never run, only looked at. */
final class Careless {
  private Careless() {}

  static List<Object> reach(String name, ClassLoader loader, InputStream stream) throws Exception {
    Function<Class<?>, Object> components = Class::getRecordComponents;
    return List.of(
        Class.forName(name),
        components,
        requireNonNull(loader.getResource(name)),
        new ObjectInputStream(stream).readObject(),
        new ObjectMapper().convertValue(name, Careless.class),
        Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (a, b, c) -> a),
        ResourceBundle.getBundle(name),
        ServiceLoader.load(Runnable.class));
  }
}
