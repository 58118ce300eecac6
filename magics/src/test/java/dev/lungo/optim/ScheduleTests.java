package dev.lungo.optim;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.constantRate;
import static dev.lungo.Lungo.cosine;
import static dev.lungo.Lungo.exponentialDecay;
import static dev.lungo.Lungo.oneCycle;
import static dev.lungo.Lungo.sgd;
import static dev.lungo.Lungo.stepDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTests {
    static Stream<Arguments> schedules() {
        return Stream.of(
                arguments("keras", "stepDecay", stepDecay(0.1, 10, 0.5)),
                arguments("keras", "exponentialDecay", exponentialDecay(0.1, 10, 0.9)),
                arguments("keras", "cosine", cosine(0.1, 50)),
                arguments("keras", "cosine-downTo", cosine(0.02, 50).downTo(0.002)),
                arguments("keras", "cosine-warmUp", cosine(0.1, 50).warmUp(10)),
                arguments("torch", "stepDecay", stepDecay(0.1, 10, 0.5)),
                arguments("torch", "oneCycle", oneCycle(0.1, 100)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void gives_the_reference_rate_at_each_step(String library, String name, Schedule schedule) {
        JsonObject golden = Golden.of(library);
        JsonArray steps = golden.getAsJsonArray("rateSteps");
        JsonArray rates = golden.getAsJsonObject("rates").getAsJsonArray(name);
        for (int i = 0; i < rates.size(); i++) {
            double expected = rates.get(i).getAsDouble();
            assertThat(schedule.rate(steps.get(i).getAsLong()))
                    .as("%s at step %s", name, steps.get(i))
                    .isCloseTo(expected, within(1e-6 * 0.1));
        }
    }

    @Test
    void stays_at_its_last_rate_when_training_goes_on() {
        assertThat(cosine(0.1, 50).downTo(0.01).rate(1_000_000)).isCloseTo(0.01, within(1e-15));
        assertThat(oneCycle(0.1, 100).rate(1_000_000)).isCloseTo(4e-7, within(1e-15));
    }

    @Test
    void one_cycle_is_defined_for_very_short_trainings() {
        for (int steps = 1; steps < 6; steps++) {
            for (int step = 0; step < steps; step++) {
                assertThat(oneCycle(0.1, steps).rate(step)).isBetween(3.9e-7, 0.1);
            }
        }
    }

    @Test
    void prints_as_it_is_written() {
        assertThat(adam(cosine(0.001, 2000).downTo(1e-5).warmUp(100)))
                .hasToString("adam(cosine(0.001, 2000).downTo(1.0E-5).warmUp(100))");
        assertThat(sgd(constantRate(0.1).warmUp(5)).momentum(0.9).nesterov().clipNorm(1))
                .hasToString(
                        "sgd(constantRate(0.1).warmUp(5)).clipNorm(1.0).momentum(0.9).nesterov()");
    }

    @Test
    void rejects_rates_lengths_and_factors_that_cannot_be() {
        assertThatThrownBy(() -> cosine(0, 10))
                .hasMessage(
                        """
                        cosine(0.0, 10) cannot be a learning rate.
                        Received: rate 0.0
                        Expected: a number above 0
                        Fix: usual rates are 0.1 to 0.0001.\
                        """);
        assertThatThrownBy(() -> oneCycle(0.1, 0))
                .hasMessage(
                        """
                        oneCycle(0.1, 0) cannot be a learning rate.
                        Received: steps 0
                        Expected: 1 or more
                        Fix: a step is one batch: an epoch has examples / batchSize of them.\
                        """);
        assertThatThrownBy(() -> stepDecay(0.1, 10, 2))
                .hasMessage(
                        """
                        stepDecay(0.1, 10, 2.0) cannot make a rate smaller.
                        Received: factor 2.0
                        Expected: more than 0, and at most 1
                        Fix: a usual value is 0.5.\
                        """);
        assertThatThrownBy(() -> cosine(0.1, 10).downTo(1))
                .hasMessage(
                        """
                        cosine(0.1, 10) cannot fall to this rate.
                        Received: downTo(1.0)
                        Expected: 0 to 0.1
                        Fix: leave downTo out to fall to 0.\
                        """);
        assertThatThrownBy(() -> constantRate(0.1).warmUp(0))
                .hasMessage(
                        """
                        A warm-up needs some steps.
                        Received: warmUp(0)
                        Expected: 1 or more
                        Fix: for example warmUp(100); leave it out to begin at the full rate.\
                        """);
    }
}
