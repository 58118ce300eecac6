package dev.lungo.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearNames {
    private NearNames() {}

    /** The other name among {@code names} that differs least from {@code typed}, if one is near. */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        // Names of one or two letters are all near each other.
        int most = typed.length() < 3 ? 0 : Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> !name.equals(typed))
                .filter(name -> distance(typed, name) <= most)
                .min(
                        Comparator.comparingInt((String name) -> distance(typed, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** The edits from one to the other, case ignored and a swap of neighbours counted as one. */
    private static int distance(String typed, String name) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
