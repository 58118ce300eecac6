package dev.lungo.layer;

/** What a filter does at the edge of a picture. */
public enum Padding {
    /** It stays inside, so the picture shrinks. */
    VALID,
    /** Zeros are added around the picture, so that height and width stay the same. */
    SAME
}
