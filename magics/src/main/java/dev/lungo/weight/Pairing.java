package dev.lungo.weight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Layers of the model and those of a file, paired by what tells them apart.
 *
 * @param pairs for each of ours the one in the file
 * @param alike those that only their order tells apart, ours and theirs
 * @param <A> a layer of the model
 * @param <B> a layer of the file
 */
record Pairing<A, B>(Map<A, B> pairs, Map<List<A>, List<B>> alike) {
    /**
     * Pairs those of the same form, the first with the first.
     *
     * @throws Misfit if there are more of a form here than there, or fewer
     */
    static <A, B> Pairing<A, B> of(
            List<A> ours, Function<A, ?> ourForm, List<B> theirs, Function<B, ?> theirForm)
            throws Misfit {
        Map<Object, List<A>> here = grouped(ours, ourForm);
        Map<Object, List<B>> there = grouped(theirs, theirForm);
        refuseOthers(here, there);
        Map<A, B> pairs = new LinkedHashMap<>();
        Map<List<A>, List<B>> alike = new LinkedHashMap<>();
        here.forEach(
                (form, group) -> {
                    List<B> others = there.get(form);
                    for (int i = 0; i < group.size(); i++) {
                        pairs.put(group.get(i), others.get(i));
                    }
                    if (group.size() > 1) {
                        alike.put(group, others);
                    }
                });
        return new Pairing<>(pairs, alike);
    }

    private static <T> Map<Object, List<T>> grouped(List<T> all, Function<T, ?> form) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        all.forEach(
                each -> groups.computeIfAbsent(form.apply(each), k -> new ArrayList<>()).add(each));
        return groups;
    }

    private static <A, B> void refuseOthers(Map<Object, List<A>> here, Map<Object, List<B>> there)
            throws Misfit {
        Set<Object> forms = new LinkedHashSet<>(here.keySet());
        forms.addAll(there.keySet());
        forms.removeIf(
                form ->
                        here.getOrDefault(form, List.of()).size()
                                == there.getOrDefault(form, List.of()).size());
        if (!forms.isEmpty()) {
            throw new Misfit(
                    written(forms, there, "nothing that fits these layers"),
                    written(forms, here, "no more than the model's layers"),
                    "make both models of the same layers, sizes and options.");
        }
    }

    private static <T> String written(Set<Object> forms, Map<Object, List<T>> all, String none) {
        String text =
                forms.stream()
                        .flatMap(form -> all.getOrDefault(form, List.of()).stream())
                        .map(T::toString)
                        .collect(Collectors.joining("; "));
        return text.isEmpty() ? none : text;
    }
}
