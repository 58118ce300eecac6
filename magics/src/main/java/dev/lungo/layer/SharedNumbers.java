package dev.lungo.layer;

import java.util.HashMap;
import java.util.Map;

/** Counts a model's shared layers from 0, so that the same model always has the same layers. */
final class SharedNumbers {
    private final Map<Layer, Long> numbers = new HashMap<>();

    Layer numbered(Layer layer) {
        return layer instanceof Shared shared
                ? shared.numbered(numbers.computeIfAbsent(shared, key -> (long) numbers.size()))
                : layer;
    }
}
