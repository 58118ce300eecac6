package dev.lungo.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.lungo.Lungo;
import dev.lungo.layer.Layer;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import dev.lungo.optim.Schedule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the facade can describe can be saved: nobody has to write code for that. */
class EveryDescriptionTests {
    private static final List<Class<?>> KINDS =
            List.of(Layer.class, Loss.class, Metric.class, Optimizer.class, Schedule.class);

    static Stream<Method> factories() {
        return Arrays.stream(Lungo.class.getMethods())
                .filter(
                        method ->
                                KINDS.stream()
                                        .anyMatch(k -> k.isAssignableFrom(method.getReturnType())))
                .filter(
                        method ->
                                Arrays.stream(method.getParameterTypes())
                                        .allMatch(EveryDescriptionTests::known));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void comes_back_as_it_was(Method factory) throws Exception {
        Object made =
                factory.invoke(
                        null,
                        Arrays.stream(factory.getParameterTypes())
                                .map(EveryDescriptionTests::argument)
                                .toArray());
        String json = RecordJson.of(made).toString();
        assertThat(RecordReader.read(JsonParser.parseString(json), factory.getReturnType()))
                .isEqualTo(made);
    }

    @Test
    void knows_most_of_the_facade() {
        assertThat(factories().map(Method::getName).distinct().count()).isGreaterThan(25);
    }

    private static boolean known(Class<?> type) {
        return List.of(
                        int.class,
                        double.class,
                        String.class,
                        int[].class,
                        Layer[].class,
                        Schedule.class)
                .contains(type);
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return 2;
        } else if (type == double.class) {
            return 0.25;
        } else if (type == String.class) {
            return "a";
        } else if (type == int[].class) {
            return new int[] {1, 2};
        } else if (type == Layer[].class) {
            return new Layer[] {Lungo.dense(3).relu(), Lungo.flatten()};
        }
        return Lungo.cosine(0.1, 10).warmUp(2);
    }
}
