package dev.lungo.optim;

import static dev.lungo.Lungo.adagrad;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.adamW;
import static dev.lungo.Lungo.rmsprop;
import static dev.lungo.Lungo.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimizerTests {
    @Test
    void prints_as_it_is_written() {
        assertThat(adam()).hasToString("adam(0.001)");
        assertThat(adamW(2e-4)).hasToString("adamW(2.0E-4).weightDecay(0.004)");
        assertThat(adamW().pytorch().amsgrad())
                .hasToString("adamW(0.001).pytorch().weightDecay(0.01).amsgrad()");
        assertThat(rmsprop().rho(0.95).momentum(0.9).centered().clipValue(0.5))
                .hasToString("rmsprop(0.001).clipValue(0.5).rho(0.95).momentum(0.9).centered()");
        assertThat(adagrad(0.01).pytorch()).hasToString("adagrad(0.01).pytorch()");
        assertThat(sgd().momentum(0.9).globalClipNorm(1))
                .hasToString("sgd(0.01).globalClipNorm(1.0).momentum(0.9)");
    }

    @Test
    void the_last_clipping_counts() {
        assertThat(sgd().clipValue(1).clipNorm(2)).isEqualTo(sgd().clipNorm(2));
    }

    @Test
    void rejects_settings_out_of_range() {
        assertThatThrownBy(() -> sgd().clipNorm(0))
                .hasMessage(
                        """
                        clipNorm cannot cut gradients at this size.
                        Received: clipNorm(0.0)
                        Expected: a number above 0
                        Fix: a usual value is clipNorm(1.0).\
                        """);
        assertThatThrownBy(() -> adam().weightDecay(-1))
                .hasMessage(
                        """
                        An optimizer cannot use this weight decay.
                        Received: weightDecay(-1.0)
                        Expected: 0 or more
                        Fix: Keras' adamW uses 0.004, PyTorch's 0.01.\
                        """);
        assertThatThrownBy(() -> sgd().momentum(1))
                .hasMessage(
                        """
                        sgd cannot use this momentum.
                        Received: momentum 1.0
                        Expected: 0 or more, and less than 1
                        Fix: a usual value is 0.9.\
                        """);
        assertThatThrownBy(() -> adam().epsilon(0))
                .hasMessage(
                        """
                        adam cannot divide safely with this epsilon.
                        Received: epsilon 0.0
                        Expected: a number above 0
                        Fix: Keras' default is 1.0E-7.\
                        """);
        assertThatThrownBy(() -> adagrad().initialAccumulator(-1))
                .hasMessage(
                        """
                        adagrad cannot begin with this sum of squares.
                        Received: initialAccumulator -1.0
                        Expected: 0 or more
                        Fix: Keras' default is 0.1.\
                        """);
        assertThatThrownBy(() -> rmsprop(-1))
                .hasMessage(
                        """
                        rmsprop cannot learn at this rate.
                        Received: -1.0
                        Expected: a number above 0
                        Fix: Keras' default is rmsprop(0.001).\
                        """);
    }
}
