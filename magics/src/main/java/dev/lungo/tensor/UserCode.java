package dev.lungo.tensor;

import dev.lungo.LungoException;
import java.util.function.Supplier;

/** Runs a lambda of the user's; whatever fails in it is told in one message, at the user's line. */
public final class UserCode {
    private UserCode() {}

    /**
     * What the lambda gives.
     *
     * @param part what it belongs to, for example {@code layer swish}
     * @throws Untraceable if it asks for numbers while there are none
     */
    public static Tensor run(String part, Supplier<Tensor> lambda) {
        Tensor result;
        try {
            result = lambda.get();
        } catch (Untraceable e) {
            throw e;
        } catch (LungoException e) {
            throw e.in(part);
        } catch (RuntimeException e) {
            throw LungoException.badInput(
                            "The lambda of " + part + " failed.",
                            e,
                            "a lambda that gives a tensor",
                            "mend the lambda, and make the model again.")
                    .causedBy(e);
        }
        if (result == null) {
            throw LungoException.badInput(
                    "The lambda of " + part + " gives nothing.",
                    "null",
                    "a tensor",
                    "return the tensor that it computes.");
        }
        return result;
    }
}
