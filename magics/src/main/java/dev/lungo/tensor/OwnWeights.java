package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.VarianceScaling;

/**
 * The weights of a layer of your own: the second parameter of its lambda.
 *
 * <pre>{@code
 * layerWithWeights("scale", (x, own) -> x.mul(own.weight("factor", constant(1), x.size(-1))))
 * }</pre>
 */
public interface OwnWeights {
    /**
     * Numbers that training moves, under a name of their own in the layer.
     *
     * <p>Asked for again by the same name they are the same numbers.
     *
     * @param first how they begin, for example {@code constant(1)} or {@code heNormal()}
     * @param sizes as in {@code zeros(2, 3)}; of a kernel the inputs first
     * @throws LungoException if the name was used for other sizes
     */
    Tensor weight(String name, Initializer first, int... sizes);

    /** Numbers that training moves, which begin as Keras' kernels do: Glorot uniform. */
    default Tensor weight(String name, int... sizes) {
        return weight(name, new VarianceScaling(1, VarianceScaling.Fan.MEAN, true), sizes);
    }
}
