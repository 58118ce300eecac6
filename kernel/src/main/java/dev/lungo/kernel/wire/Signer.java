package dev.lungo.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Signs messages with the key of the connection file; with an empty key nothing is signed.
 *
 * <p>HMAC-SHA256 as in RFC 2104. Java's own {@code Mac} first reads and checks everything that the
 * JDK knows of cryptography, a tenth of the kernel's start.
 *
 * <p>Used by the wire's one thread only.
 */
final class Signer {
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest digest = sha256();
    private final byte[] inner;
    private final byte[] outer;
    private final boolean signs;

    Signer(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(bytes.length > BLOCK ? digest.digest(bytes) : bytes, BLOCK);
        inner = mixed(block, INNER);
        outer = mixed(block, OUTER);
        signs = !key.isEmpty();
    }

    private static byte[] mixed(byte[] key, byte pad) {
        byte[] mixed = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            mixed[i] = (byte) (key[i] ^ pad);
        }
        return mixed;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /** The signature of these parts as lower-case hexadecimal text, or empty without a key. */
    byte[] sign(List<byte[]> parts) {
        if (!signs) {
            return new byte[0];
        }
        digest.update(inner);
        parts.forEach(digest::update);
        byte[] within = digest.digest();
        digest.update(outer);
        return HexFormat.of().formatHex(digest.digest(within)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@code signature} belongs to these parts; takes the same time for every answer. */
    boolean verifies(byte[] signature, List<byte[]> parts) {
        return !signs || MessageDigest.isEqual(sign(parts), signature);
    }
}
