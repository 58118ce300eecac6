package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plain text of values, as it is read under a cell. */
class ReadableTextTests {
    private record Pair(int a, int[] b) {}

    private record Named(String name) {
        @Override
        public String toString() {
            return "my " + name;
        }
    }

    @Test
    void shows_elements_at_any_depth() {
        assertThat(ReadableText.of(new int[][][] {{{1}, {2, 3}}, {}}))
                .isEqualTo("[[[1], [2, 3]], []]");
        assertThat(ReadableText.of(List.of(1, new int[] {2}))).isEqualTo("[1, [2]]");
        assertThat(ReadableText.of(Map.of("a", new double[] {1}))).isEqualTo("{a=[1.0]}");
        assertThat(ReadableText.of(Optional.of(new int[] {4}))).isEqualTo("Optional[[4]]");
        assertThat(ReadableText.of(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(ReadableText.of(new Pair(1, new int[] {2}))).isEqualTo("Pair[a=1, b=[2]]");
    }

    @Test
    void leaves_the_text_to_those_that_have_one() {
        assertThat(ReadableText.of(new Named("x"))).isEqualTo("my x");
        assertThat(ReadableText.of(new IllegalStateException("no")))
                .isEqualTo("java.lang.IllegalStateException: no");
        var own =
                new AbstractList<Integer>() {
                    @Override
                    public Integer get(int index) {
                        return index;
                    }

                    @Override
                    public int size() {
                        return 3;
                    }

                    @Override
                    public String toString() {
                        return "tensor";
                    }
                };
        assertThat(ReadableText.of(own)).isEqualTo("tensor");
    }

    @Test
    void cuts_off_what_is_long_and_says_how_long_it_is() {
        var numbers = IntStream.range(0, 1001).boxed().toList();
        assertThat(ReadableText.of(numbers)).endsWith("998, 999, ... (1,001 elements)]");
        assertThat(ReadableText.of(numbers.subList(0, 1000))).endsWith("998, 999]");
        assertThat(ReadableText.of(Collections.nCopies(1_000_000_000, 7)))
                .endsWith("7, ... (1,000,000,000 elements)]");
        assertThat(ReadableText.of(new double[1000][1000])).hasSizeLessThan(21_000).contains("...");
        assertThat(ReadableText.of("a".repeat(20_001))).endsWith("a... (20,001 characters)");
    }

    @Test
    void does_not_consume_a_stream() {
        var stream = Stream.of(1, 2);
        ReadableText.of(stream);
        assertThat(stream.toList()).containsExactly(1, 2);
    }

    @Test
    void survives_a_collection_in_itself() {
        var list = new ArrayList<Object>();
        list.add(list);
        assertThat(ReadableText.of(list)).isEqualTo("[(this)]");
        var array = new Object[1];
        array[0] = List.of((Object) array);
        assertThat(ReadableText.of(array)).isEqualTo("[[(this)]]");
    }
}
