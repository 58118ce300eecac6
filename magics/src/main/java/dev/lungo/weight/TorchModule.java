package dev.lungo.weight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A layer's weights as a PyTorch module has them.
 *
 * @param layer our layer's name
 * @param parts the arrays of the module
 */
record TorchModule(String layer, List<TorchPart> parts) {
    /** What tells modules apart: the names and sizes of their arrays. */
    Map<String, List<Integer>> form() {
        Map<String, List<Integer>> form = new TreeMap<>();
        parts.forEach(part -> form.put(part.name(), part.sizes()));
        return form;
    }

    @Override
    public String toString() {
        return Found.written(layer, form());
    }
}
