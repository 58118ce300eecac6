package dev.lungo.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages with the key of the connection file; with an empty key nothing is signed.
 *
 * <p>Used by the wire's one thread only.
 */
final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Signer(String key) {
        mac = key.isEmpty() ? null : mac(key);
    }

    private static Mac mac(String key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, missing);
        }
    }

    /** The signature of these parts as lower-case hexadecimal text, or empty without a key. */
    byte[] sign(List<byte[]> parts) {
        if (mac == null) {
            return new byte[0];
        }
        parts.forEach(mac::update);
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@code signature} belongs to these parts; takes the same time for every answer. */
    boolean verifies(byte[] signature, List<byte[]> parts) {
        return mac == null || MessageDigest.isEqual(sign(parts), signature);
    }
}
